"use client";
import { useSyncExternalStore } from "react";

const never = () => () => {};

/** This device's time zone; undefined on the server and for the first paint, which agree by that. */
export function useTimeZone(): string | undefined {
  return useSyncExternalStore(
    never,
    () => Intl.DateTimeFormat().resolvedOptions().timeZone,
    () => undefined,
  );
}
