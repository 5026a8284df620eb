"use client";
import { useFormatter } from "next-intl";
import { useTimeZone } from "@/app/_client/time-zone";

/**
 * A moment in the reader's own time zone. The server does not know the zone: until
 * the page has come alive it says UTC and calls it that.
 */
export function LocalTime({ at }: { at: number }) {
  const format = useFormatter();
  const timeZone = useTimeZone();
  const text = format.dateTime(new Date(at), {
    dateStyle: "long",
    timeStyle: "short",
    timeZone: timeZone ?? "UTC",
  });
  return <time dateTime={new Date(at).toISOString()}>{timeZone ? text : `${text} UTC`}</time>;
}

/** The day alone. */
export function LocalDay({ at }: { at: number }) {
  const format = useFormatter();
  const timeZone = useTimeZone() ?? "UTC";
  return (
    <time dateTime={new Date(at).toISOString()}>
      {format.dateTime(new Date(at), { dateStyle: "long", timeZone })}
    </time>
  );
}
