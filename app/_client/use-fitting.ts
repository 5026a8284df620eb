"use client";
import { type RefObject, useLayoutEffect, useRef, useState } from "react";
import { settle } from "@/app/_client/fit";

/** Sizes of a question on the projector, largest first, in units of a 1080-line page. */
const sizes = [52, 46, 40, 36] as const;

/**
 * Lets a wrapping column take the largest size at which all its entries stand in
 * its first column; at the smallest, `rest` says how many do not. Again whenever
 * `content`, the fonts or the window changes.
 */
export function useFitting<E extends HTMLElement>(
  content: unknown,
): { ref: RefObject<E | null>; rest: number } {
  const ref = useRef<E>(null);
  const [rest, setRest] = useState(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: other content is measured anew
  useLayoutEffect(() => {
    const list = ref.current;
    if (!list) return setRest(0);
    const fit = () => {
      settle(sizes.length, (step) => {
        list.parentElement?.style.setProperty("--question-size", String(sizes[step]));
        return outside(list) === 0;
      });
      setRest(outside(list));
    };
    fit();
    const room = new ResizeObserver(fit);
    room.observe(list);
    document.fonts.addEventListener("loadingdone", fit);
    return () => {
      room.disconnect();
      document.fonts.removeEventListener("loadingdone", fit);
    };
  }, [content]);

  return { ref, rest };
}

/** How many entries the column had no room for. */
function outside(list: HTMLElement): number {
  const seen = list.getBoundingClientRect();
  return [...list.children].filter((entry) => {
    const { left, right } = entry.getBoundingClientRect();
    return left >= seen.right || right <= seen.left;
  }).length;
}
