"use client";
import { type RefObject, useEffect, useRef } from "react";

/**
 * When what had the focus is taken away by the class (a slide moved on, a prompt
 * closed), the focus goes to `refuge` instead of getting lost. It moves for no
 * other reason: a reader is never torn away. `moment` changes with the page.
 */
export function useKeptFocus(refuge: RefObject<HTMLElement | null>, moment: string): void {
  const had = useRef<Element | null>(null);
  useEffect(() => {
    const note = () => {
      had.current = document.activeElement;
    };
    document.addEventListener("focusin", note);
    return () => document.removeEventListener("focusin", note);
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the moment is what it waits for
  useEffect(() => {
    if (!had.current || had.current.isConnected) return;
    if (document.activeElement && document.activeElement !== document.body) return;
    had.current = null;
    refuge.current?.focus({ preventScroll: true });
  }, [moment, refuge]);
}
