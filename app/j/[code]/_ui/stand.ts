import type { OwnResponse } from "@/app/_client/notebook";
import type { Phase } from "@/protocol/views";

/** What a prompt asks of its parent just now. */
export type Stand = "wait" | "write" | "answered" | "closed";

export function standOf(phase: Phase, own: OwnResponse | undefined, editing: boolean): Stand {
  if (phase === "ready") return "wait";
  if (phase === "closed") return "closed";
  // An answer that did not get through is the parent's to send again.
  if (!own || editing || own.status === "late" || own.status === "refused") return "write";
  return "answered";
}
