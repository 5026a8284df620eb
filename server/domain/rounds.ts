import type { PromptId } from "@/protocol/ids";
import type { Position, PromptState } from "@/protocol/sessions";
import { own } from "@/server/domain/own";

/** Where a prompt stands; one that was never touched is ready and hidden (R10). */
export function promptState(state: Pick<Position, "prompts">, slideId: string): PromptState {
  return own(state.prompts, slideId) ?? { phase: "ready", shown: false, round: 1 };
}

/** One round of a prompt. Slide ids have no dot, so it is unambiguous. */
export function promptIdOf(slideId: string, round: 1 | 2): PromptId {
  return (round === 2 ? `${slideId}.2` : slideId) as PromptId;
}

/** The slide of a round, and which round it is. */
export function roundOf(promptId: PromptId): { slideId: string; round: 1 | 2 } {
  return promptId.endsWith(".2")
    ? { slideId: promptId.slice(0, -2), round: 2 }
    : { slideId: promptId, round: 1 };
}

/** The round that a prompt is in. */
export function currentRound(state: Pick<Position, "prompts">, slideId: string): PromptId {
  return promptIdOf(slideId, promptState(state, slideId).round);
}

/** Both rounds that a slide's responses can belong to. */
export function roundsOf(slideId: string): PromptId[] {
  return [promptIdOf(slideId, 1), promptIdOf(slideId, 2)];
}
