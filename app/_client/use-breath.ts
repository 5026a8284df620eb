"use client";
import { type RefObject, useEffect, useRef, useState } from "react";
import { type Breath, breathAt, breathFrames, breathMs, breathsIn, untilNext } from "@/app/_client/breath";
import { serverNow } from "@/app/_client/device-clock";
import type { Rhythm } from "@/protocol/kinds/pause";

type Time = { startsAt: number; endsAt: number; rhythm: Rhythm; at: number; skew: number };

/** The breath just now, changing at the very moments at which it changes everywhere. */
export function useBreath({ startsAt, endsAt, rhythm, at, skew }: Time): { breath: Breath; now: number } {
  const [now, setNow] = useState(at);
  const { in: inward, hold, out, rest } = rhythm;
  useEffect(() => {
    const span = { startsAt, endsAt };
    let timer: ReturnType<typeof setTimeout>;
    const tick = () => {
      const read = serverNow(skew);
      setNow(read);
      if (read < endsAt)
        // A little past it, since a timer may come a little early.
        timer = setTimeout(tick, untilNext(read, span, { in: inward, hold, out, rest }) + 4);
    };
    tick();
    return () => clearTimeout(timer);
  }, [startsAt, endsAt, inward, hold, out, rest, skew]);
  return { breath: breathAt(now, { startsAt, endsAt }, rhythm), now };
}

/**
 * Lets the shape breathe: an animation of its transform alone, which even an old
 * phone draws without its script, put where the server's clock says. It stands
 * still for whoever asked for less motion.
 */
export function useBreathing({
  startsAt,
  endsAt,
  rhythm,
  skew,
}: Omit<Time, "at">): RefObject<HTMLDivElement | null> {
  const shape = useRef<HTMLDivElement>(null);
  const { in: inward, hold, out, rest } = rhythm;

  useEffect(() => {
    const wish = window.matchMedia("(prefers-reduced-motion: reduce)");
    const steps = { in: inward, hold, out, rest };
    let playing: Animation | undefined;
    const play = () => {
      playing?.cancel();
      playing = wish.matches
        ? undefined
        : shape.current?.animate?.(
            breathFrames(steps).map(({ offset, scale }) => ({
              offset,
              transform: `scale(${scale})`,
              easing: "cubic-bezier(0.37, 0, 0.63, 1)",
            })),
            { duration: breathMs(steps), iterations: breathsIn({ startsAt, endsAt }, steps), fill: "both" },
          );
      // When it began, in the page's own time: where it stands now would be as late as the last frame.
      if (playing) playing.startTime = startsAt - skew - performance.timeOrigin;
    };
    play();
    wish.addEventListener("change", play);
    return () => {
      wish.removeEventListener("change", play);
      playing?.cancel();
    };
  }, [startsAt, endsAt, inward, hold, out, rest, skew]);
  return shape;
}
