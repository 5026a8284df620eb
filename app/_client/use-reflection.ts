"use client";
import { type RefObject, useEffect, useRef } from "react";
import { withoutStarter } from "@/app/_client/reflections";
import { useReflections } from "@/app/_client/use-reflections";

/**
 * One text area that belongs to the browser, and is kept as it is typed. What was
 * typed before the script came stays; else what this phone remembers is put in.
 */
export function useReflection(
  slideId: string,
  starter: string,
  ready: boolean,
): { field: RefObject<HTMLTextAreaElement | null>; write: (text: string) => void; kept: boolean } {
  const { texts, write, kept } = useReflections();
  const field = useRef<HTMLTextAreaElement>(null);
  const taken = useRef(false);
  const text = texts[slideId];

  useEffect(() => {
    const place = field.current;
    if (!ready || !place) return;
    const typed = withoutStarter(place.value, starter);
    if (!taken.current && typed !== "" && place.value !== text) write(slideId, typed);
    // Another tab of this phone wrote it; the one that is being written in is the newer one.
    else if (text && place.value !== text && document.activeElement !== place) place.value = text;
    taken.current = true;
    grow(place);
  }, [ready, text, slideId, starter, write]);

  return {
    field,
    kept,
    write: (typed) => {
      write(slideId, withoutStarter(typed, starter));
      if (field.current) grow(field.current);
    },
  };
}

/** As high as its text, where the browser does not do it by itself. */
function grow(place: HTMLTextAreaElement): void {
  if (CSS.supports("field-sizing", "content")) return;
  place.style.blockSize = "auto";
  place.style.blockSize = `${place.scrollHeight + 2}px`;
}
