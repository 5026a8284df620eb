"use client";
import { useCallback, useEffect, useRef, useState } from "react";
import { fetched } from "@/app/_client/fetched";
import type { Live, Reply } from "@/app/_client/live";
import {
  changeOwn,
  delivered,
  followNotebook,
  isHandedOn,
  isWaiting,
  mergeStored,
  type Notebook,
  type OwnResponse,
  without,
  written,
} from "@/app/_client/notebook";
import { isPassing } from "@/app/_client/passing";
import { loadTokens } from "@/app/_client/secret";
import { followTakenBack, hasWishes } from "@/app/_client/wished";
import type { PromptId } from "@/protocol/ids";
import type { ResponseValue } from "@/protocol/kinds";
import type { PhoneView } from "@/protocol/views";

const loadWishes = () => import("@/app/_client/wishes");
const soon = 1500;
const latest = 12_000;

/**
 * The parent's own responses: written to the notebook first, sent when there is
 * a connection, sent again until the server says that it has them. A repeat is
 * harmless: the token makes it the same response.
 */
export function useOwnResponses(
  sessionId: string,
  notebook: Notebook | null,
  live: Live<PhoneView> | null,
  /** Another tab has begun a clean notebook: this page belongs to its writer now. */
  onHandedOn: () => void,
) {
  const handedOn = useRef(onHandedOn);
  handedOn.current = onHandedOn;
  const [responses, setResponses] = useState<Record<string, OwnResponse>>({});
  const current = useRef<Record<string, OwnResponse>>({});
  const wait = useRef(soon);

  const change = useCallback(
    (promptId: string, next: (own: OwnResponse | undefined) => OwnResponse) => {
      if (!notebook) return;
      const { secret } = notebook;
      current.current = changeOwn(
        sessionId,
        { secret, responses: current.current },
        promptId,
        next,
      ).responses;
      setResponses(current.current);
    },
    [sessionId, notebook],
  );

  const deliver = useCallback(
    async (promptId: string) => {
      const own = current.current[promptId];
      if (!own || !notebook || !live || own.status === "sent") return;
      change(promptId, (now = own) => delivered(now, own, "sending", own.unstored));
      const { promptToken } = await loadTokens();
      const token = promptToken(notebook.secret, sessionId, promptId);
      // A notebook of an earlier version holds slide ids: those are the first rounds'.
      const reply = await live.send("response:submit", {
        promptId: promptId as PromptId,
        token,
        value: own.value,
      });
      const status = statusAfter(reply);
      // Taken back meanwhile: it is nothing to keep any more.
      if (!current.current[promptId]) return;
      // Written anew meanwhile: that newer one has its own delivery.
      change(promptId, (now = own) => delivered(now, own, status, isUnstored(reply)));
      if (status !== "waiting") wait.current = soon;
      // Away from the server the next connection sends it; a server that could not take it is asked again.
      if (current.current[promptId]?.status !== "waiting" || live.state().link !== "online") return;
      setTimeout(() => void again.current(promptId), wait.current * (1 + Math.random()));
      wait.current = Math.min(latest, wait.current * 2);
    },
    [sessionId, notebook, live, change],
  );
  const again = useRef(deliver);
  again.current = deliver;

  const deliverAll = useCallback(() => {
    for (const [promptId, own] of Object.entries(current.current)) if (isWaiting(own)) void deliver(promptId);
  }, [deliver]);

  useEffect(() => {
    if (!notebook) return;
    current.current = notebook.responses;
    setResponses(notebook.responses);
    const { secret } = notebook;
    return followNotebook(sessionId, () => {
      if (isHandedOn(sessionId, notebook)) return handedOn.current();
      current.current = mergeStored(sessionId, { secret, responses: current.current }).responses;
      setResponses(current.current);
    });
  }, [sessionId, notebook]);

  // What was taken back is not sent again, and the prompt can be answered anew.
  useEffect(() => {
    if (!notebook) return;
    return followTakenBack(sessionId, notebook.secret, (gone) => {
      if (gone.length === 0) return;
      current.current = without(current.current, gone);
      setResponses(current.current);
    });
  }, [sessionId, notebook]);

  useEffect(() => {
    if (!live) return;
    live.onOnline(deliverAll);
    deliverAll();
  }, [live, deliverAll]);

  const submit = useCallback(
    (promptId: string, value: ResponseValue) => {
      if (notebook && hasWishes(sessionId))
        void fetched(loadWishes).then(({ keepAnswer }) => keepAnswer(sessionId, notebook.secret, promptId));
      change(promptId, (own) => written(own, value));
      void deliver(promptId);
    },
    [sessionId, notebook, change, deliver],
  );

  return { responses, submit };
}

/** It was heard, and not kept; whether it was heard at all is not known of one that timed out. */
const isUnstored = (reply: Reply<unknown>): boolean | undefined =>
  (!reply.ok && reply.code !== "unreachable" && isPassing(reply.code)) || undefined;

function statusAfter(reply: Reply<unknown>): OwnResponse["status"] {
  if (reply.ok) return "sent";
  if (isPassing(reply.code)) return "waiting";
  if (reply.code === "prompt_not_open" || reply.code === "session_ended") return "late";
  return "refused";
}
