"use client";
import { useCallback, useRef, useState } from "react";
import {
  type Blocked,
  blockedBy,
  isDone,
  type Press,
  type Refusal,
  sameGround,
} from "@/app/_client/console-presses";
import type { Live, LiveState, Reply } from "@/app/_client/live";
import { useLive } from "@/app/_client/use-live";
import type { ErrorCode } from "@/protocol/errors";
import type { ConsoleView } from "@/protocol/views";

/**
 * Why a press led to nothing. `pending`: the one before it is still on its way;
 * `no_answer`: it was sent, and nobody knows whether it arrived.
 */
export type Reason = ErrorCode | Blocked | Refusal | "pending" | "no_answer";
/** What became of a press that was not carried out; `nth` tells two alike apart. */
export type Notice = { reason: Reason; nth: number };

export type ConsoleControl = {
  state: LiveState<ConsoleView>;
  /** A press is on its way. */
  busy: boolean;
  notice: Notice | null;
  act: (press: Press) => void;
  /** Says why something was not done. */
  tell: (reason: Reason) => void;
  dismiss: () => void;
};

/** The facilitator's hand on a session: one press at a time, and none is lost without a word. */
export function useConsole(initial: ConsoleView): ConsoleControl & { live: Live<ConsoleView> | null } {
  const { state, live } = useLive<ConsoleView>(() => ({ as: "console", sessionId: initial.id }), initial);
  const [busy, setBusy] = useState(false);
  const [notice, setNotice] = useState<Notice | null>(null);
  // A ref, since two presses may come before the page has drawn the first.
  const inFlight = useRef<{ rev: number; reply: Promise<unknown> }>(null);

  const tell = useCallback(
    (reason: Reason) => setNotice((before) => ({ reason, nth: (before?.nth ?? 0) + 1 })),
    [],
  );
  const dismiss = useCallback(() => setNotice(null), []);

  const act = async (press: Press) => {
    const blocked = blockedBy(state);
    if (blocked || !live) return tell(blocked ?? "connecting");
    const before = inFlight.current;
    if (before) {
      // What the one before led to is often seen a moment earlier than its answer: then this one was meant.
      if (state.view.rev <= before.rev) return tell("pending");
      await before.reply;
      if (inFlight.current) return tell("pending");
    }
    dismiss();
    const reply = await follow(carryOut(live, press, state.view));
    if (!reply.ok) tell(reply.code === "unreachable" ? "no_answer" : reply.code);
  };

  const follow = async (carried: Promise<Reply<ConsoleView>>) => {
    inFlight.current = { rev: state.view.rev, reply: carried };
    setBusy(true);
    const reply = await carried;
    inFlight.current = null;
    setBusy(false);
    return reply;
  };

  return { state, busy, notice, act: (press) => void act(press), tell, dismiss, live };
}

/**
 * Sends a press against the view that it was made on. A `stale` one is done when
 * the newest view already has what it asked for, and is sent once more only when
 * the facilitator would have pressed the same there (an answer came in, a phone
 * left). Otherwise another hand has moved the room, and a repeat could skip a
 * slide that nobody saw: she looks, and presses again.
 */
export async function carryOut(
  live: Pick<Live<ConsoleView>, "send" | "take" | "state">,
  press: Press,
  seen: ConsoleView,
): Promise<Reply<ConsoleView>> {
  let reply = await sendAt(live, press, seen.rev);
  if (!reply.ok && reply.code === "stale") {
    const newest = await live.send("session:view", {});
    if (newest.ok && newest.data.audience === "console") live.take(newest.data);
    const now = live.state().view;
    if (isDone(press, now)) return { ok: true, data: now };
    if (now.rev > seen.rev && sameGround(seen, now)) reply = await sendAt(live, press, now.rev);
  }
  if (reply.ok) live.take(reply.data);
  return reply;
}

function sendAt(
  live: Pick<Live<ConsoleView>, "send">,
  press: Press,
  rev: number,
): Promise<Reply<ConsoleView>> {
  // Name and input belong together in `Press`; the pairing is lost in the spread.
  return live.send(press.name, { ...press.input, rev } as never) as Promise<Reply<ConsoleView>>;
}
