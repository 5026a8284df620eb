import { announce } from "@/app/_client/notebook";

/**
 * What this phone has asked, and what it wants to know of others' questions, with
 * what of it has still to reach the server. It says which questions are one's own,
 * which nobody else can tell; it never leaves the phone.
 */
export type OwnQuestion = {
  /** Its words when it was asked here; null for somebody else's. */
  text: string | null;
  /** False: the question, or the vote for it, is taken back. */
  wanted: boolean;
  /** `refused`: the class would not have it. */
  status: "waiting" | "sent" | "refused";
  /** Counts the parent's changes, so that an answer to an older one does not settle the newest. */
  edit: number;
};
/** In the order in which they go out. */
export type OwnQuestions = Readonly<Record<string, OwnQuestion>>;

export const ask = (own: OwnQuestions, id: string, text: string): OwnQuestions =>
  last(own, id, { text, wanted: true, status: "waiting", edit: 1 });

/** Wants to know what somebody else asked, or no longer; one's own is wanted by asking it. */
export const want = (own: OwnQuestions, id: string, wanted: boolean): OwnQuestions =>
  own[id]?.text
    ? own
    : last(own, id, { text: null, wanted, status: "waiting", edit: (own[id]?.edit ?? 0) + 1 });

/** Takes one's own back. What the class would not have is only here, and goes at once. */
export function withdraw(own: OwnQuestions, id: string): OwnQuestions {
  const mine = own[id];
  if (!mine?.text) return own;
  if (mine.status === "refused") return without(own, id);
  return last(own, id, { ...mine, wanted: false, status: "waiting", edit: mine.edit + 1 });
}

/** What has still to go out, the oldest first. */
export const allWaiting = (own: OwnQuestions): [id: string, question: OwnQuestion][] =>
  Object.entries(own).filter(([, { status }]) => status === "waiting");

export const nextWaiting = (own: OwnQuestions) => allWaiting(own).at(0);

/** What became of one that was sent as `sent`: what is taken back and heard of is forgotten. */
export function settle(own: OwnQuestions, id: string, sent: OwnQuestion, taken: boolean): OwnQuestions {
  const now = own[id];
  if (!now || now.edit !== sent.edit || now.status !== "waiting") return own;
  // A vote that the class would not have is nothing to keep: its question is gone.
  if (!now.wanted || (!taken && now.text === null)) return without(own, id);
  return { ...own, [id]: { ...now, status: taken ? "sent" : "refused" } };
}

/** Forgets questions and votes that were taken back; every page of this phone hears of it. */
export function forgetQuestions(sessionId: string, ids: readonly string[]): void {
  keptQuestions(sessionId).change((own) => ids.reduce(without, own));
  announce(questionsKey(sessionId));
}

const last = (own: OwnQuestions, id: string, question: OwnQuestion): OwnQuestions => ({
  ...without(own, id),
  [id]: question,
});

function without(own: OwnQuestions, id: string): OwnQuestions {
  const { [id]: _gone, ...rest } = own;
  return rest;
}

export const questionsKey = (sessionId: string) => `attune:${sessionId}:questions`;

/** The kept ones, changed where they are stored, so that two tabs of a phone do not undo each other. */
export function keptQuestions(sessionId: string) {
  // For a browser that forbids storage: as long as the page lives.
  let kept: OwnQuestions = {};
  let stored = true;
  const read = (): OwnQuestions => {
    if (!stored) return kept;
    try {
      kept = parsed(localStorage.getItem(questionsKey(sessionId)));
    } catch {
      stored = false;
    }
    return kept;
  };
  const change = (next: (own: OwnQuestions) => OwnQuestions): OwnQuestions => {
    kept = next(read());
    try {
      localStorage.setItem(questionsKey(sessionId), JSON.stringify(kept));
    } catch {
      // Private mode or a full disk: from here on this page goes by what it knows itself.
      stored = false;
    }
    return kept;
  };
  return { read, change };
}

function parsed(text: string | null): OwnQuestions {
  try {
    const found: unknown = JSON.parse(text ?? "{}");
    if (typeof found !== "object" || found === null) return {};
    return Object.fromEntries(Object.entries(found).filter(([, one]) => isOwnQuestion(one)));
  } catch {
    return {};
  }
}

function isOwnQuestion(one: unknown): one is OwnQuestion {
  const { text, wanted, status, edit } = (one ?? {}) as Partial<OwnQuestion>;
  return (
    (text === null || typeof text === "string") &&
    typeof wanted === "boolean" &&
    (status === "waiting" || status === "sent" || status === "refused") &&
    typeof edit === "number"
  );
}
