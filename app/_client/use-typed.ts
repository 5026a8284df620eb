"use client";
import { useEffect, useRef, useState } from "react";

/**
 * Takes over a form that stood in the HTML before the script. `takeOver` keeps
 * what was typed meanwhile, and says whether the fields are to be drawn anew with
 * what this phone remembers; `round` is their key. A field in use stays as it is.
 */
export function useTyped(ready: boolean, takeOver: (form: HTMLFormElement) => boolean) {
  const place = useRef<HTMLFormElement>(null);
  const [round, setRound] = useState(0);
  const taken = useRef(ready);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the page becomes able to keep
  useEffect(() => {
    if (!ready || taken.current || !place.current) return;
    taken.current = true;
    if (takeOver(place.current)) setRound(1);
  }, [ready]);
  return { place, round };
}
