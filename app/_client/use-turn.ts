"use client";
import { useEffect, useState } from "react";
import { type Turn, turnAt } from "@/app/_client/turns";
import { useServerNow } from "@/app/_client/use-server-now";

type Time = { startsAt: number; endsAt: number; turns: number; at: number; skew: number };

/** The turn just now, and how much of it is left in ms; `begun` is false in the moment before it. */
export function useTurn({
  startsAt,
  endsAt,
  turns,
  at,
  skew,
}: Time): Turn & { left: number; begun: boolean } {
  const now = useServerNow(at, skew, true, endsAt);
  const [reached, setReached] = useState(0);
  const turn = turnAt(now, { startsAt, endsAt }, turns, reached);
  useEffect(() => setReached((before) => Math.max(before, turn.turn)), [turn.turn]);
  return { ...turn, left: Math.max(0, turn.until - now), begun: now >= startsAt };
}
