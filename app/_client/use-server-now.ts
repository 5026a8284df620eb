"use client";
import { useEffect, useState } from "react";

/** The server's clock, ticking while `running`; `from` is what it said when the page was made. */
export function useServerNow(from: number, skew: number, running: boolean): number {
  const [now, setNow] = useState(from);
  useEffect(() => {
    if (!running) return;
    const tick = () => setNow(Date.now() + skew);
    tick();
    const timer = setInterval(tick, 250);
    return () => clearInterval(timer);
  }, [running, skew]);
  return now;
}
