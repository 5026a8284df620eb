import { guard } from "@/protocol/limits";
import type { SessionState } from "@/protocol/sessions";
import type { ReleaseMode } from "@/protocol/views";

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

/**
 * Whether a prompt's responses may be published now (R31, R32). `waiting` counts
 * the responses that differ from what the last release published of them, so two
 * releases in a row always differ by at least `minimum` participants.
 */
export function mayRelease(waiting: number, minimum: number | null): boolean {
  return minimum !== null && waiting >= minimum;
}

/** Whether a release may be tried while the prompt stands like this (R33, R34). */
export function releasesAt(state: SessionState, slideId: string): boolean {
  const phase = state.prompts[slideId]?.phase ?? "ready";
  return state.release === "live" ? phase !== "ready" : phase === "closed";
}

/** Prompts that this change closed, or that are open in a session that releases live. */
export function promptsToRelease(before: SessionState, after: SessionState): string[] {
  return Object.keys(after.prompts).filter((slideId) => {
    if (!releasesAt(after, slideId)) return false;
    return after.release === "live" || before.prompts[slideId]?.phase === "open";
  });
}

/** Prompts that this change closed. */
export function promptsClosed(before: SessionState, after: SessionState): string[] {
  return Object.keys(after.prompts).filter(
    (slideId) => before.prompts[slideId]?.phase === "open" && after.prompts[slideId]?.phase === "closed",
  );
}

/** A setting that gives up privacy may be chosen only before anybody has answered (R35). */
export function mayChoose(from: ReleaseMode, to: ReleaseMode, anyResponse: boolean): boolean {
  return from === to || to === "closing" || !anyResponse;
}
