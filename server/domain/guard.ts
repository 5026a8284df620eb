import type { PromptId } from "@/protocol/ids";
import { guard } from "@/protocol/limits";
import type { SessionState } from "@/protocol/sessions";
import type { ReleaseMode } from "@/protocol/views";
import { currentRound } from "@/server/domain/rounds";

/**
 * The small-room guard (R30): how many responses a release needs, by how many
 * phones are present when the first prompt opens.
 */
export function minimumFor(phones: number): number {
  return phones < guard.smallRoomBelow ? guard.small : guard.usual;
}

/** The guard's number is set when the first prompt opens, and then stays (R30). */
export function withMinimum(state: SessionState, phones: number): SessionState {
  const opened = Object.values(state.prompts).some(({ phase }) => phase !== "ready");
  return state.minimum === null && opened ? { ...state, minimum: minimumFor(phones) } : state;
}

/** What would be new in a release of a prompt. */
export type Waiting = {
  /** Phones' responses that differ from what is published of them. */
  phones: number;
  /** Those among them that are new, or changed for the first time since they were published. */
  counting: number;
  /** Counted hands that differ from what is published of them. */
  hands: number;
  /** All responses that there are. */
  all: number;
  /** Published responses that were ever taken back. */
  takenBack: number;
};

/**
 * Whether a prompt's responses may be published now (R31, R32): any two results
 * that are ever published differ by nobody or by at least `minimum` phones. Who
 * changes an answer again may be back at an older result, and who answers anew
 * after taking back may be the same as before: neither counts. Hands were seen
 * by everybody, so they never hide a phone (R38): alone they may change what is
 * published, but the first release needs as many voices as any.
 */
export function mayRelease(
  { phones, counting, hands, all, takenBack }: Waiting,
  minimum: number | null,
): boolean {
  if (minimum === null) return false;
  return phones > 0 ? counting >= minimum + takenBack : hands > 0 && all >= minimum;
}

/** Whether a release may be tried while the prompt stands like this (R33, R34). */
export function releasesAt(state: SessionState, slideId: string): boolean {
  const phase = state.prompts[slideId]?.phase ?? "ready";
  return state.release === "live" ? phase !== "ready" : phase === "closed";
}

/** The rounds that this change closed or counted hands in, or that are open in a session that releases live. */
export function promptsToRelease(before: SessionState, after: SessionState): PromptId[] {
  const counted = handsChanged(before, after);
  return Object.keys(after.prompts).flatMap((slideId) => {
    if (!releasesAt(after, slideId)) return [];
    const id = currentRound(after, slideId);
    const due = after.release === "live" || before.prompts[slideId]?.phase === "open" || counted.includes(id);
    return due ? [id] : [];
  });
}

/** The rounds that take nothing more after this change: closed, or undone while they were open. */
export function promptsClosed(before: SessionState, after: SessionState): PromptId[] {
  const open = openRounds(after);
  return openRounds(before).filter((id) => !open.includes(id));
}

/** The rounds whose counted hands this change set, changed or took away. */
export function handsChanged(before: SessionState, after: SessionState): PromptId[] {
  const ids = new Set([...Object.keys(before.hands), ...Object.keys(after.hands)]);
  return [...ids].filter((id) => before.hands[id] !== after.hands[id]) as PromptId[];
}

function openRounds(state: SessionState): PromptId[] {
  const slideIds = Object.keys(state.prompts).filter((slideId) => state.prompts[slideId]?.phase === "open");
  return slideIds.map((slideId) => currentRound(state, slideId));
}

/** A setting that gives up privacy may be chosen only before anybody has answered (R35). */
export function mayChoose(from: ReleaseMode, to: ReleaseMode, anyResponse: boolean): boolean {
  return from === to || to === "closing" || !anyResponse;
}
