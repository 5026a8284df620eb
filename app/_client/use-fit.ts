"use client";
import { type RefObject, useLayoutEffect, useRef } from "react";
import { fitSteps, settle } from "@/app/_client/fit";

/**
 * Shrinks what stands in `inner` in steps until nothing of `outer` is cut off, again
 * whenever the text, the fonts, a picture or the window changes.
 */
export function useFit(): { outer: RefObject<HTMLElement | null>; inner: RefObject<HTMLDivElement | null> } {
  const outer = useRef<HTMLElement>(null);
  const inner = useRef<HTMLDivElement>(null);

  useLayoutEffect(() => {
    const page = outer.current;
    const slide = inner.current;
    if (!page || !slide) return;
    const fit = () => void settle(fitSteps.length, (step) => tryStep(page, step));
    fit();
    const room = new ResizeObserver(fit);
    room.observe(page);
    // What stands beside the slide takes room from it when it grows, as the foot does for a timer.
    for (const beside of page.children) if (beside !== slide) room.observe(beside);
    const text = new MutationObserver(fit);
    text.observe(slide, { childList: true, characterData: true, subtree: true });
    slide.addEventListener("load", fit, true);
    document.fonts.addEventListener("loadingdone", fit);
    return () => {
      room.disconnect();
      text.disconnect();
      slide.removeEventListener("load", fit, true);
      document.fonts.removeEventListener("loadingdone", fit);
    };
  }, []);

  return { outer, inner };
}

function tryStep(page: HTMLElement, step: number): boolean {
  const sizes = fitSteps[step];
  if (!sizes) return true;
  page.style.setProperty("--title-size", String(sizes.title));
  page.style.setProperty("--text-size", String(sizes.text));
  return page.scrollHeight <= page.clientHeight + 1 && page.scrollWidth <= page.clientWidth + 1;
}
