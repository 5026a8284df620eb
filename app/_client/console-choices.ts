"use client";
import { useState } from "react";
import type { Timing } from "@/app/_client/console-presses";
import type { ConsoleView } from "@/protocol/views";

/** What the facilitator has chosen on this page and not sent: it belongs to one slide and ends with it. */
export type Choices = {
  /** The cards lie on the board, in place of the picture of the room. */
  board: boolean;
  onBoard: (on: boolean) => void;
  /** How long, and in which rhythm, the pause or the talk shall be. */
  timing: Timing;
  onTiming: (timing: Timing) => void;
};

export function useChoices({ slide, prompt }: Pick<ConsoleView, "slide" | "prompt">): Choices {
  const [boardFor, setBoardFor] = useState<string | null>(null);
  const [timed, setTimed] = useState<{ slideId: string; timing: Timing } | null>(null);
  const id = slide?.id ?? null;
  return {
    board: id !== null && boardFor === id && prompt?.results?.kind === "open",
    onBoard: (on) => setBoardFor(on ? id : null),
    timing: timed && timed.slideId === id ? timed.timing : {},
    onTiming: (timing) => setTimed(id === null ? null : { slideId: id, timing }),
  };
}
