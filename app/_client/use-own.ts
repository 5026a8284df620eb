"use client";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { followGranting, grantWishes } from "@/app/_client/grant-wishes";
import type { Leaves } from "@/app/_client/leaves";
import { followStored, type OwnResponse, readNotebook } from "@/app/_client/notebook";
import { askOwn } from "@/app/_client/own-door";
import { type Mine, mineOf, mineOfWishes } from "@/app/_client/own-list";
import { keptQuestions, questionsKey } from "@/app/_client/own-questions";
import { readSignal } from "@/app/_client/pulse";
import { shuffled } from "@/app/_client/shuffled";
import { takeBack } from "@/app/_client/take-back";
import { attendanceToken } from "@/app/_client/tokens";
import { followWishes, readWishes } from "@/app/_client/wishes";
import type { StoredRow, TableCount } from "@/protocol/own";

/** What is known of one thing: what the phone has of it, and what the database has; null until it has said so. */
export type Known = { mine: Mine; going: boolean; rows: StoredRow[] | null };

/** What the class holds of this phone: read from its database, one thing per message, whenever this is open. */
export function useOwn(
  sessionId: string,
  {
    secret: known,
    responses,
    leaves,
  }: { secret: string | null; responses: Record<string, OwnResponse>; leaves: Leaves },
) {
  const [secret] = useState(() => known ?? readNotebook(sessionId)?.secret ?? null);
  const [questions, setQuestions] = useState(() => keptQuestions(sessionId).read());
  const [signal] = useState(() => readSignal(sessionId));
  const [wishes, setWishes] = useState(() => readWishes(sessionId));
  const [rows, setRows] = useState<Record<string, StoredRow[]>>({});
  const [tables, setTables] = useState<TableCount[] | null>(null);
  const [reached, setReached] = useState<boolean | null>(null);
  /** Things that were taken back while this is open, until the database has shown that they are gone. */
  const [back, setBack] = useState<Mine[]>([]);

  useEffect(
    () => followStored(questionsKey(sessionId), () => setQuestions(keptQuestions(sessionId).read())),
    [sessionId],
  );
  useEffect(() => followWishes(sessionId, () => setWishes(readWishes(sessionId))), [sessionId]);

  const list = useMemo(() => {
    if (!secret) return [];
    const left = { secret, responses, leaves, questions, signal: signal !== null };
    const going = mineOfWishes(left, wishes);
    const wished = new Set([...going, ...back].map(({ token }) => token));
    const here = mineOf(sessionId, left).filter(({ token }) => !wished.has(token));
    const named = new Set(back.map(({ token }) => token));
    return [...here, ...back, ...going.filter(({ token }) => !named.has(token))];
  }, [sessionId, secret, responses, leaves, questions, signal, wishes, back]);
  const newest = useRef(list);
  newest.current = list;

  const look = useCallback(
    async (things: readonly Mine[]) => {
      for (const { token, of } of shuffled(things)) {
        const reply = await askOwn("own:read", { sessionId: sessionId as never, token, of });
        setReached(reply.ok);
        if (!reply.ok) return;
        setRows((now) => ({ ...now, [token]: reply.data.rows }));
      }
    },
    [sessionId],
  );
  const lookAtAll = useCallback(async () => {
    await look(newest.current);
    if (!secret) return;
    const token = attendanceToken(secret, sessionId);
    const reply = await askOwn("own:count", { sessionId: sessionId as never, token });
    if (reply.ok) setTables(reply.data.tables);
  }, [sessionId, secret, look]);

  useEffect(() => {
    const again = () => void lookAtAll();
    again();
    window.addEventListener("online", again);
    return () => window.removeEventListener("online", again);
  }, [lookAtAll]);

  useEffect(() => followGranting(setReached), []);

  // What is wished no longer has been granted: the database is asked once more.
  const before = useRef(wishes);
  useEffect(() => {
    const left = new Set(wishes.map(({ token }) => token));
    const granted = new Set(before.current.filter(({ token }) => !left.has(token)).map(({ token }) => token));
    before.current = wishes;
    if (granted.size > 0) void look(newest.current.filter(({ token }) => granted.has(token)));
  }, [wishes, look]);

  const take = (things: readonly Mine[]) => {
    setBack((now) => [...now.filter((one) => !things.some(({ token }) => token === one.token)), ...things]);
    setRows((now) =>
      Object.fromEntries(Object.entries(now).filter(([token]) => !things.some((one) => one.token === token))),
    );
    if (secret) takeBack(sessionId, secret, things);
    grantWishes(sessionId);
  };

  const wished = new Set(wishes.map(({ token }) => token));
  const things: Known[] = list.map((mine) => ({
    mine,
    going: wished.has(mine.token) || (back.includes(mine) && rows[mine.token] === undefined),
    rows: rows[mine.token] ?? null,
  }));
  return { known: things, tables, reached, take };
}
