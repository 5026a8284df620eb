import type { Deck } from "@/protocol/classes";
import { AppError } from "@/protocol/errors";
import type { Slide } from "@/protocol/kinds";
import type { Position } from "@/protocol/sessions";

/** The part of a state that steps move and undo restores. */
export function positionOf(state: Position): Position {
  const { status, index, step, blank, timer, questionsShown, prompts, marks, themes, groups } = state;
  return { status, index, step, blank, timer, questionsShown, prompts, marks, themes, groups };
}

/** A position as text, the same for the same position in whatever order its keys were set. */
export function written(position: Position): string {
  const { status, index, step, blank, timer, questionsShown, prompts, marks, themes, groups } = position;
  const sorted = (record: object) => Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([
    [status, index, step, blank, timer?.endsAt, questionsShown],
    [prompts, marks, themes, groups].map(sorted),
  ]);
}

/** The slide that the room is at; undefined in the lobby. */
export function currentSlide(state: Position, deck: Deck): Slide | undefined {
  return state.status === "lobby" ? undefined : deck.slides[state.index];
}

/** Commands name the slide that they mean, so that a late one cannot hit another (R13). */
export function here(at: Position, deck: Deck, slideId: string): Slide {
  const slide = currentSlide(at, deck);
  if (!slide || slide.id !== slideId) throw new AppError("impossible", "the room is elsewhere");
  return slide;
}

export function live(at: Position): Position {
  if (at.status !== "live") throw new AppError("impossible", "the session has not begun");
  return at;
}
