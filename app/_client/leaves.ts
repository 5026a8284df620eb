import { followStored } from "@/app/_client/notebook";
import type { ResponseValue, SlideView } from "@/protocol/kinds";

/**
 * What the phone keeps of each prompt besides the response (which the notebook
 * has): the words it asked with, so that the answer can be read again when the
 * class is over, and what was typed and not sent. It never leaves the phone. A
 * second round has a leaf of its own.
 */
export type Leaf = { slide: SlideView; draft: ResponseValue | null };
export type Leaves = Readonly<Record<string, Leaf>>;

/** The leaves with `draft` on the one of this prompt; null once it was sent. */
export function keepDraft(
  leaves: Leaves,
  promptId: string,
  slide: SlideView,
  draft: ResponseValue | null,
): Leaves {
  // Bodies can be long, and only the question is needed to understand the answer.
  const asked = { ...slide, body: "", explanation: "" } as SlideView;
  return { ...leaves, [promptId]: { slide: asked, draft } };
}

const key = (sessionId: string) => `attune:${sessionId}:leaves`;

export function readLeaves(sessionId: string): Leaves {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(key(sessionId)) ?? "{}");
    if (typeof found !== "object" || found === null) return {};
    return Object.fromEntries(Object.entries(found).filter(([, leaf]) => isLeaf(leaf)));
  } catch {
    return {};
  }
}

/** The leaves with `draft` on this prompt, kept beside what another tab of this phone has stored. */
export function storeDraft(
  sessionId: string,
  leaves: Leaves,
  promptId: string,
  slide: SlideView,
  draft: ResponseValue | null,
): Leaves {
  const changed = keepDraft({ ...leaves, ...readLeaves(sessionId) }, promptId, slide, draft);
  saveLeaves(sessionId, changed);
  return changed;
}

/** Calls back when another tab of this phone has written its leaves. */
export const followLeaves = (sessionId: string, changed: () => void) => followStored(key(sessionId), changed);

export function saveLeaves(sessionId: string, leaves: Leaves): void {
  try {
    localStorage.setItem(key(sessionId), JSON.stringify(leaves));
  } catch {
    // Private mode or a full disk: the text stays as long as the page does.
  }
}

function isLeaf(leaf: unknown): leaf is Leaf {
  const { slide, draft } = (leaf ?? {}) as Partial<Leaf>;
  return (
    typeof slide?.id === "string" && typeof slide.kind === "string" && (!draft || draft.kind === slide.kind)
  );
}
