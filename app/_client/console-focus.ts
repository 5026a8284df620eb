"use client";
import { useEffect, useRef } from "react";

/**
 * Work through a list by keyboard: what has the focus leaves the list, and the
 * focus goes on to the first control of the first of `ids` that is still there.
 */
export function useFocusAfter(): (ids: string[]) => void {
  const wanted = useRef<string[]>([]);
  useEffect(() => {
    if (wanted.current.length === 0 || document.activeElement !== document.body) return;
    for (const id of wanted.current) {
      const control = document.getElementById(id)?.querySelector<HTMLElement>("select, button");
      if (!control) continue;
      wanted.current = [];
      control.focus();
      return;
    }
  });
  return (ids) => {
    wanted.current = ids;
  };
}
