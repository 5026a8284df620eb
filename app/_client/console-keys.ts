"use client";
import { useEffect, useEffectEvent, useState } from "react";
import type { Intent } from "@/app/_client/console-presses";

export type KeyIntent = Intent | "board" | "timer" | "jump" | "questions" | "help";
/** Where the focus is: a `field` takes every key, a `control` takes Space. */
export type KeyTarget = "page" | "control" | "field";
/** Where a focused pane can still scroll to. */
export type Scrolls = { up: boolean; down: boolean };

type Key = Pick<KeyboardEvent, "key" | "code" | "ctrlKey" | "metaKey" | "altKey" | "repeat" | "isComposing">;

/** Keys that stand for themselves on every keyboard; presenters send the page keys. */
const fixed: Record<string, KeyIntent> = {
  PageDown: "forward",
  PageUp: "back",
  ArrowRight: "forward",
  ArrowLeft: "back",
};

/** Keys that type something; they can be switched off, since speech input would type them. */
const letters: Record<string, KeyIntent> = {
  o: "phase",
  r: "results",
  a: "again",
  g: "board",
  b: "blank",
  ".": "blank", // what some presenters send for it
  t: "timer",
  u: "undo",
  j: "jump",
  q: "questions",
  "?": "help",
};

/** What a key means, or null when it is none of ours. A key that is held down counts once. */
export function intentOf(
  key: Key,
  on: { target: KeyTarget; letters: boolean; rightToLeft: boolean; scrolls?: Scrolls },
): KeyIntent | null {
  if (key.ctrlKey || key.metaKey || key.altKey || key.repeat || key.isComposing) return null;
  if (on.target === "field") return null;
  // Whoever put the focus on the notes to read on means them, until there is nothing more to read.
  if (on.scrolls?.down && (key.key === " " || key.key === "PageDown")) return null;
  if (on.scrolls?.up && key.key === "PageUp") return null;
  if (key.key === " ") return on.target === "page" ? "forward" : null;
  const intent = fixed[key.key];
  if (intent) return on.rightToLeft && key.key.startsWith("Arrow") ? mirrored(intent) : intent;
  return on.letters ? (letters[letterOf(key)] ?? null) : null;
}

function mirrored(intent: KeyIntent): KeyIntent {
  return intent === "forward" ? "back" : "forward";
}

/** On a keyboard of another script the place of the key counts instead of its letter. */
function letterOf({ key, code }: Key): string {
  const foreign = key.length === 1 && key.charCodeAt(0) > 127 && /^Key[A-Z]$/.test(code);
  return (foreign ? code.slice(3) : key).toLowerCase();
}

/** Listens for the console's keys, unless a dialog is open. */
export function useConsoleKeys(withLetters: boolean, onIntent: (intent: KeyIntent) => void): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || document.querySelector("dialog[open]")) return;
    const intent = intentOf(event, {
      target: targetOf(event.target),
      letters: withLetters,
      scrolls: scrollsOf(event.target),
      rightToLeft: getComputedStyle(document.documentElement).direction === "rtl",
    });
    if (!intent) return;
    event.preventDefault();
    onIntent(intent);
  });
  useEffect(() => {
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);
}

function targetOf(target: EventTarget | null): KeyTarget {
  if (!(target instanceof Element)) return "page";
  if (target.closest("input, textarea, select, [contenteditable]")) return "field";
  return target.closest("button, a[href], summary, [role=button]") ? "control" : "page";
}

/** Of the pane that has the focus itself; a button inside one is a button. */
function scrollsOf(target: EventTarget | null): Scrolls {
  if (!(target instanceof HTMLElement) || target.tabIndex !== 0 || !target.matches("section"))
    return { up: false, down: false };
  const { scrollTop, clientHeight, scrollHeight } = target;
  return { up: scrollTop > 0, down: scrollTop + clientHeight < scrollHeight - 1 };
}

const lettersKey = "attune:letter-keys";

/** Whether letters are keys of the console: on, until this device's owner says otherwise. */
export function useLetterKeys(): [boolean, (on: boolean) => void] {
  const [on, setOn] = useState(true);
  useEffect(() => {
    try {
      setOn(localStorage.getItem(lettersKey) !== "off");
    } catch {
      // A browser that forbids storage keeps them on.
    }
  }, []);
  const choose = (next: boolean) => {
    setOn(next);
    try {
      localStorage.setItem(lettersKey, next ? "on" : "off");
    } catch {
      // Then it holds for as long as the page lives.
    }
  };
  return [on, choose];
}
