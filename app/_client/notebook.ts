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
};
export type Notebook = { secret: string; responses: Record<string, OwnResponse> };

const key = (sessionId: string) => `attune:${sessionId}`;

/** The notebook of this session on this phone, made when there is none. */
export function openNotebook(sessionId: string): Notebook {
  const found = readNotebook(sessionId);
  if (found) return found;
  const made: Notebook = { secret: makeSecret(), responses: {} };
  saveNotebook(sessionId, made);
  return made;
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
