"use client";
import { useCallback, useEffect, useRef, useState } from "react";

/**
 * Hands the focus over when the parent's own press replaces what had it: to the
 * first element inside `place` that fits, once it is there.
 */
export function useHandOver<E extends HTMLElement>() {
  const place = useRef<E>(null);
  const [to, setTo] = useState<string | null>(null);
  useEffect(() => {
    if (!to) return;
    place.current?.querySelector<HTMLElement>(to)?.focus();
    setTo(null);
  }, [to]);
  const handOver = useCallback((selector: string) => setTo(selector), []);
  return { place, handOver };
}
