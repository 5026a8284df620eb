/** Whose turn it is in a talk that is divided into equal turns: the same on every device. */
export type Turn = {
  /** From 0. */
  turn: number;
  /** Until when, by the server's clock. */
  until: number;
};

type Span = { startsAt: number; endsAt: number };

/**
 * `reached` is the turn that was there before: when the facilitator gives more
 * time, whoever is talking talks on, and nobody is sent back to the first.
 */
export function turnAt(now: number, { startsAt, endsAt }: Span, turns: number, reached = 0): Turn {
  const each = (endsAt - startsAt) / turns;
  const due = Math.floor((now - startsAt) / each);
  const turn = Math.min(turns - 1, Math.max(reached, due, 0));
  return { turn, until: turn === turns - 1 ? endsAt : startsAt + (turn + 1) * each };
}
