"use client";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { Live } from "@/app/_client/live";
import { followStored, type Notebook } from "@/app/_client/notebook";
import {
  ask,
  keptQuestions,
  nextWaiting,
  type OwnQuestions,
  questionsKey,
  settle,
  want,
  withdraw,
} from "@/app/_client/own-questions";
import { isPassing } from "@/app/_client/passing";
import { useQuestionList } from "@/app/_client/question-list";
import { sendQuestion } from "@/app/_client/question-send";
import { makeUuid } from "@/app/_client/uuid";
import type { PhoneView } from "@/protocol/views";

const soon = 2000;
const latest = 30_000;

/**
 * The questions of the class, and this phone's part in them. What is asked, wanted
 * or taken back is written down first and goes out one after the other, in order,
 * until the server has it; the id and the token make a repeat the same question.
 */
export function useQuestions(
  sessionId: string,
  notebook: Notebook | null,
  live: Live<PhoneView> | null,
  /** Whether the list is looked at, and what says that it has become another. */
  list: { open: boolean; changed: number },
) {
  const kept = useMemo(() => keptQuestions(sessionId), [sessionId]);
  const [own, setOwn] = useState<OwnQuestions>({});
  const { questions } = useQuestionList(list.open ? live : null, list.changed);
  const busy = useRef(false);
  const wait = useRef(soon);

  useEffect(() => {
    setOwn(kept.read());
    return followStored(questionsKey(sessionId), () => setOwn(kept.read()));
  }, [kept, sessionId]);

  const deliver = useCallback(async () => {
    if (!live || !notebook || busy.current) return;
    busy.current = true;
    for (let next = nextWaiting(kept.read()); next; next = nextWaiting(kept.read())) {
      const [id, question] = next;
      const reply = await sendQuestion({ live, secret: notebook.secret, sessionId }, next);
      if (!reply.ok && isPassing(reply.code)) break;
      wait.current = soon;
      setOwn(kept.change((now) => settle(now, id, question, reply.ok)));
    }
    busy.current = false;
    // Away from the server the next connection sends it; a server that was too busy is asked again.
    if (!nextWaiting(kept.read()) || live.state().link !== "online") return;
    setTimeout(() => void again.current(), wait.current * (1 + Math.random()));
    wait.current = Math.min(latest, wait.current * 2);
  }, [live, notebook, kept, sessionId]);
  const again = useRef(deliver);
  again.current = deliver;

  useEffect(() => {
    if (!live) return;
    live.onOnline(() => void again.current());
    void deliver();
  }, [live, deliver]);

  const change = (next: (now: OwnQuestions) => OwnQuestions) => {
    setOwn(kept.change(next));
    void deliver();
  };
  return {
    own,
    listed: questions,
    ask: (text: string) => change((now) => ask(now, makeUuid(), text)),
    want: (id: string, wanted: boolean) => change((now) => want(now, id, wanted)),
    withdraw: (id: string) => change((now) => withdraw(now, id)),
  };
}
