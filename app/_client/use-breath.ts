"use client";
import { type RefObject, useEffect, useRef, useState } from "react";
import { type Breath, breathAt, breathFrames, breathMs, breathsIn, untilNext } from "@/app/_client/breath";
import { serverNow } from "@/app/_client/clock";
import type { Rhythm } from "@/protocol/kinds/pause";

/** What no eye sees: it is not worth beginning the animation anew. */
const unseenMs = 15;

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
  const playing = useRef<Animation>(undefined);
  const { in: inward, hold, out, rest } = rhythm;

  useEffect(() => {
    const wish = window.matchMedia("(prefers-reduced-motion: reduce)");
    const steps = { in: inward, hold, out, rest };
    const play = () => {
      playing.current?.cancel();
      playing.current = wish.matches
        ? undefined
        : shape.current?.animate?.(
            breathFrames(steps).map(({ offset, scale }) => ({
              offset,
              transform: `scale(${scale})`,
              easing: "cubic-bezier(0.37, 0, 0.63, 1)",
            })),
            { duration: breathMs(steps), iterations: breathsIn({ startsAt, endsAt }, steps), fill: "both" },
          );
    };
    play();
    wish.addEventListener("change", play);
    return () => {
      wish.removeEventListener("change", play);
      playing.current?.cancel();
    };
  }, [startsAt, endsAt, inward, hold, out, rest]);

  // Put right when the clock is known better, and when the page is looked at again.
  useEffect(() => {
    const put = () => {
      const animation = playing.current;
      const wanted = serverNow(skew) - startsAt;
      if (animation && Math.abs(Number(animation.currentTime ?? Number.NaN) - wanted) <= unseenMs) return;
      if (animation) animation.currentTime = wanted;
    };
    put();
    document.addEventListener("visibilitychange", put);
    return () => document.removeEventListener("visibilitychange", put);
  });
  return shape;
}
