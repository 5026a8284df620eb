"use client";
import { type RefObject, useEffect, useRef } from "react";

/** Tells the element around this one how high it is, in a CSS variable: for what is to stand above it. */
export function useOwnHeight<E extends HTMLElement>(variable: `--${string}`): RefObject<E | null> {
  const ref = useRef<E>(null);
  useEffect(() => {
    const own = ref.current;
    const around = own?.parentElement;
    if (!own || !around || !("ResizeObserver" in window)) return;
    const observer = new ResizeObserver(() =>
      around.style.setProperty(variable, `${Math.floor(own.getBoundingClientRect().height)}px`),
    );
    observer.observe(own);
    return () => observer.disconnect();
  }, [variable]);
  return ref;
}
