"use client";
import { useEffect, useState } from "react";
import { serverNow } from "@/app/_client/device-clock";

/**
 * The server's clock, ticking while `running`; `from` is what it said when the
 * page was made. With `edge` it ticks at the whole seconds before that moment, so
 * that every device counts down in the same beat.
 */
export function useServerNow(from: number, skew: number, running: boolean, edge?: number): number {
  const [now, setNow] = useState(from);
  useEffect(() => {
    if (!running) return;
    let timer: ReturnType<typeof setTimeout>;
    const tick = () => {
      const read = serverNow(skew);
      setNow(read);
      timer = setTimeout(tick, edge === undefined ? 250 : untilSecond(read, edge));
    };
    tick();
    return () => clearTimeout(timer);
  }, [running, skew, edge]);
  return now;
}

/** A little past the second, since a timer may come a little early. */
const untilSecond = (now: number, edge: number) => ((((edge - now) % 1000) + 1000) % 1000) + 4;
