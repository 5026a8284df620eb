"use client";
import { useCallback, useEffect, useRef } from "react";
import { createTwice, type Leaving, leave } from "@/app/_client/leave";

/** Leaving quickly: by the function that comes back, by Escape pressed twice, and with another tab that left. */
export function useLeave(leaving: Leaving): () => void {
  const newest = useRef(leaving);
  newest.current = leaving;
  const left = useRef(false);

  const go = useCallback(() => {
    if (left.current) return;
    left.current = true;
    void leave(newest.current);
  }, []);

  useEffect(() => {
    const twice = createTwice();
    const onKey = (event: KeyboardEvent) => {
      // A key that is held down says nothing more than once.
      if (event.key === "Escape" && !event.repeat && !event.isComposing && twice(event.timeStamp)) go();
    };
    const onStorage = ({ key, newValue }: StorageEvent) => {
      if (key === `attune:code:${newest.current.code}` && newValue === null) go();
    };
    window.addEventListener("keydown", onKey, true);
    window.addEventListener("storage", onStorage);
    return () => {
      window.removeEventListener("keydown", onKey, true);
      window.removeEventListener("storage", onStorage);
    };
  }, [go]);

  return go;
}
