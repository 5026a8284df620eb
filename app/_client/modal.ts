"use client";
import { type RefObject, useEffect, useRef } from "react";

/**
 * A native dialog that is open for as long as it is drawn. When its `content` comes
 * or changes, focus goes to `[data-first]` in it, else to its close button.
 */
export function useModal(content: string): RefObject<HTMLDialogElement | null> {
  const ref = useRef<HTMLDialogElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another content is another beginning
  useEffect(() => {
    const dialog = ref.current;
    if (!dialog) return;
    if (!dialog.open) dialog.showModal();
    (dialog.querySelector<HTMLElement>("[data-first]") ?? dialog.querySelector("button"))?.focus();
  }, [content]);
  return ref;
}
