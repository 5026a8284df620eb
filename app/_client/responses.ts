"use client";
import { useCallback, useEffect, useRef, useState } from "react";
import type { Live } from "@/app/_client/live";
import {
  changeOwn,
  delivered,
  followNotebook,
  mergeStored,
  type Notebook,
  type OwnResponse,
  written,
} from "@/app/_client/notebook";
import { promptToken } from "@/app/_client/secret";
import type { ResponseValue } from "@/protocol/kinds";
import type { PhoneView } from "@/protocol/views";

/**
 * The parent's own responses: written to the notebook first, sent when there is
 * a connection, sent again until the server says that it has them. A repeat is
 * harmless: the token makes it the same response.
 */
export function useOwnResponses(sessionId: string, notebook: Notebook | null, live: Live<PhoneView> | null) {
  const [responses, setResponses] = useState<Record<string, OwnResponse>>({});
  const current = useRef<Record<string, OwnResponse>>({});

  const change = useCallback(
    (slideId: string, next: (own: OwnResponse | undefined) => OwnResponse) => {
      if (!notebook) return;
      const { secret } = notebook;
      current.current = changeOwn(sessionId, { secret, responses: current.current }, slideId, next).responses;
      setResponses(current.current);
    },
    [sessionId, notebook],
  );

  const deliver = useCallback(
    async (slideId: string) => {
      const own = current.current[slideId];
      if (!own || !notebook || !live || own.status === "sent") return;
      change(slideId, (now = own) => delivered(now, own, "sending"));
      const token = promptToken(notebook.secret, sessionId, slideId);
      const reply = await live.send("response:submit", { slideId, token, value: own.value });
      const status = statusAfter(reply);
      // Written anew meanwhile: that newer one has its own delivery.
      change(slideId, (now = own) => delivered(now, own, status));
      // Away from the server the next connection sends it; a server that was too busy is asked again.
      if (current.current[slideId]?.status === "waiting" && live.state().link === "online")
        setTimeout(() => void again.current(slideId), 1500 + Math.random() * 1500);
    },
    [sessionId, notebook, live, change],
  );
  const again = useRef(deliver);
  again.current = deliver;

  const deliverAll = useCallback(() => {
    for (const [slideId, own] of Object.entries(current.current))
      if (own.status === "waiting" || own.status === "sending") void deliver(slideId);
  }, [deliver]);

  useEffect(() => {
    if (!notebook) return;
    current.current = notebook.responses;
    setResponses(notebook.responses);
    const { secret } = notebook;
    return followNotebook(sessionId, () => {
      current.current = mergeStored(sessionId, { secret, responses: current.current }).responses;
      setResponses(current.current);
    });
  }, [sessionId, notebook]);

  useEffect(() => {
    if (!live) return;
    live.onOnline(deliverAll);
    deliverAll();
  }, [live, deliverAll]);

  const submit = useCallback(
    (slideId: string, value: ResponseValue) => {
      change(slideId, (own) => written(own, value));
      void deliver(slideId);
    },
    [change, deliver],
  );

  return { responses, submit };
}

/** Refusals that pass by themselves. */
const passing = ["unreachable", "overloaded", "internal", "too_many_tries"];

function statusAfter(reply: { ok: true } | { ok: false; code: string }): OwnResponse["status"] {
  if (reply.ok) return "sent";
  if (passing.includes(reply.code)) return "waiting";
  if (reply.code === "prompt_not_open" || reply.code === "session_ended") return "late";
  return "refused";
}
