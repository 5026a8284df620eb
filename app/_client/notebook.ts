import { makeSecret } from "@/app/_client/secret";
import type { ResponseValue } from "@/protocol/kinds";

/**
 * What the phone keeps of a session: its secret and its own responses. The
 * server cannot give them back, since it does not know whose they are.
 */
export type OwnResponse = {
  value: ResponseValue;
  /** `late`: the prompt had closed before it could be sent. `refused`: the server would not have it. */
  status: "waiting" | "sending" | "sent" | "late" | "refused";
  /** What the server acknowledged last, while `value` is a change that it has not taken. */
  counted?: ResponseValue | undefined;
  /** It reached the class, which could not store it just then. */
  unstored?: boolean | undefined;
  /** Counts the parent's changes, so that the newest is known among several tabs. Absent: the first. */
  edit?: number;
};
/** The responses stand by the prompt that they answer: the first round's id is the slide's. */
export type Notebook = { secret: string; responses: Record<string, OwnResponse> };

/** The answer that the class has from this phone. */
export const countedOf = (own: OwnResponse | undefined): ResponseValue | undefined =>
  own?.status === "sent" ? own.value : own?.counted;

/** Whether it has still to reach the class. */
export const isWaiting = ({ status }: OwnResponse): boolean => status === "waiting" || status === "sending";

/** A value that the parent sends: the one that counted stays beside it until it is taken. */
export function written(own: OwnResponse | undefined, value: ResponseValue): OwnResponse {
  return { value, status: "waiting", counted: countedOf(own), edit: (own?.edit ?? 0) + 1 };
}

/** What became of `sent`, where `own` is what stands now: perhaps written anew meanwhile. */
export function delivered(
  own: OwnResponse,
  sent: OwnResponse,
  status: OwnResponse["status"],
  unstored?: boolean,
): OwnResponse {
  // Sent twice, one of them was heard: that settles it.
  if (own.status === "sent") return own;
  if (own.edit === sent.edit)
    return status === "sent"
      ? { ...own, status, unstored: undefined, counted: undefined }
      : { ...own, status, unstored };
  return status === "sent" ? { ...own, counted: sent.value } : own;
}

const key = (sessionId: string) => `attune:${sessionId}`;

/** The notebook of this session on this phone, made when there is none. */
export function openNotebook(sessionId: string): Notebook {
  return readNotebook(sessionId) ?? newNotebook(sessionId);
}

/**
 * A clean notebook for the next person on this phone. Another secret makes another
 * participant of it, whom nothing joins to the one before; what that one left is gone.
 */
export function renewNotebook(sessionId: string): void {
  try {
    for (const name of Object.keys(localStorage))
      if (name.startsWith(`${key(sessionId)}:`)) localStorage.removeItem(name);
  } catch {
    // Nothing was kept.
  }
  newNotebook(sessionId);
}

function newNotebook(sessionId: string): Notebook {
  const made: Notebook = { secret: makeSecret(), responses: {} };
  saveNotebook(sessionId, made);
  return made;
}

/** Whether another tab has begun a clean notebook meanwhile: this one is then somebody's who has left. */
export const isHandedOn = (sessionId: string, notebook: Notebook): boolean =>
  (readNotebook(sessionId)?.secret ?? notebook.secret) !== notebook.secret;

/** This notebook with what another tab of this phone has stored: per prompt the newest. */
export function mergeStored(sessionId: string, notebook: Notebook): Notebook {
  if (isHandedOn(sessionId, notebook)) return notebook;
  const responses = { ...notebook.responses };
  for (const [promptId, stored] of Object.entries(readNotebook(sessionId)?.responses ?? {})) {
    const mine = responses[promptId];
    if (!mine || !isNewer(mine, stored)) responses[promptId] = stored;
  }
  return { ...notebook, responses };
}

/** Writes one response, beside whatever another tab has stored. */
export function changeOwn(
  sessionId: string,
  notebook: Notebook,
  promptId: string,
  change: (own: OwnResponse | undefined) => OwnResponse,
): Notebook {
  const { secret, responses } = mergeStored(sessionId, notebook);
  const changed = { secret, responses: { ...responses, [promptId]: change(responses[promptId]) } };
  if (!isHandedOn(sessionId, notebook)) saveNotebook(sessionId, changed);
  return changed;
}

function isNewer(one: OwnResponse, other: OwnResponse): boolean {
  const edits = (one.edit ?? 0) - (other.edit ?? 0);
  return edits > 0 || (edits === 0 && settled(one) > settled(other));
}

const settled = ({ status }: OwnResponse): number =>
  status === "sent" ? 2 : status === "late" || status === "refused" ? 1 : 0;

/** Calls back when another tab of this phone has written the notebook. */
export const followNotebook = (sessionId: string, changed: () => void) =>
  followStored(key(sessionId), changed);

export function followStored(name: string, changed: (written: string | null) => void): () => void {
  const hear = (event: StorageEvent) => {
    if (event.key === name) changed(event.newValue);
  };
  window.addEventListener("storage", hear);
  return () => window.removeEventListener("storage", hear);
}

/** Tells this page what the browser tells only the others: that something was stored. */
export function announce(name: string, newValue: string | null = null): void {
  window.dispatchEvent(new StorageEvent("storage", { key: name, newValue }));
}

/** Forgets answers that were taken back; every page of this phone hears of it. */
export function forgetOwn(sessionId: string, promptIds: readonly string[]): void {
  const stored = readNotebook(sessionId);
  if (!stored) return;
  saveNotebook(sessionId, { ...stored, responses: without(stored.responses, promptIds) });
  announce(key(sessionId));
}

/** The responses to all prompts but these. */
export function without(
  responses: Notebook["responses"],
  promptIds: readonly string[],
): Notebook["responses"] {
  return Object.fromEntries(Object.entries(responses).filter(([id]) => !promptIds.includes(id)));
}

/** Writes it down. A browser that forbids storage keeps it for as long as the page lives. */
export function saveNotebook(sessionId: string, notebook: Notebook): void {
  try {
    localStorage.setItem(key(sessionId), JSON.stringify(notebook));
  } catch {
    // Private mode or a full disk: the page still works until it is closed.
  }
}

/** The notebook of this session, when this phone has one. */
export function readNotebook(sessionId: string): Notebook | undefined {
  try {
    const text = localStorage.getItem(key(sessionId));
    const value = text ? (JSON.parse(text) as Notebook) : undefined;
    return value && /^[0-9a-f]{64}$/.test(value.secret) && value.responses ? value : undefined;
  } catch {
    return undefined;
  }
}
