"use client";
import { useEffect, useState } from "react";

/** Turns pages by themselves, each after its own seconds, until paused; and by hand. */
export function usePages(seconds: number[]) {
  const [at, setAt] = useState(0);
  const [paused, setPaused] = useState(false);
  const count = seconds.length;
  const page = Math.min(at, Math.max(0, count - 1));
  const stay = seconds[page] ?? 0;

  useEffect(() => {
    if (paused || count < 2) return;
    const timer = setTimeout(() => setAt((page + 1) % count), stay * 1000);
    return () => clearTimeout(timer);
  }, [page, count, stay, paused]);

  return {
    page,
    paused,
    turn: (by: number) => setAt((page + by + count) % count),
    pause: () => setPaused((was) => !was),
  };
}
