import fc from "fast-check";
import { expect, test } from "vitest";
import type { PromptId } from "@/protocol/ids";
import { mayChoose, mayRelease, minimumFor, promptsClosed } from "@/server/domain/guard";
import { currentRound, promptState, roundOf } from "@/server/domain/rounds";
import { newSession, type Step, takeStep } from "@/server/domain/session";
import { deckOf, slideOf } from "@/tests/support/decks";
import { anyClass, type GuardedRoom, isText, lead, rounds, type Shown } from "@/tests/support/guarded-room";

type Look = (
  before: Shown,
  after: Shown,
  room: GuardedRoom,
  promptId: PromptId,
  minimumBefore: number | null,
) => void;

/** Looks at every round after every act of any class. */
function inAnyClass(look: Look, numRuns = 300): void {
  fc.assert(
    fc.property(anyClass, (one) =>
      lead(one, (room, before) => {
        for (const id of rounds)
          look(before.shown.get(id) ?? new Map(), room.shown.get(id) ?? new Map(), room, id, before.minimum);
      }),
    ),
    { numRuns },
  );
}

/** How many phones two published results of a prompt differ in. */
function difference(one: Shown, other: Shown): number {
  const phones = new Set([...one.keys(), ...other.keys()]);
  return [...phones].filter((phone) => one.get(phone) !== other.get(phone)).length;
}

test("R31: nothing is published of fewer responses than the minimum", () => {
  inAnyClass((before, after, { state, takenBack }, promptId) => {
    if (after === before || after.size === 0) return;
    const gone = isText(promptId) ? (takenBack.get(promptId)?.length ?? 0) : 0;
    expect(after.size + gone).toBeGreaterThanOrEqual(state.minimum ?? Number.POSITIVE_INFINITY);
  });
});

test("R32: any two published results differ by nobody or by at least the minimum, however far apart", () => {
  fc.assert(
    fc.property(anyClass, (one) => {
      const history = new Map<PromptId, Shown[]>(rounds.map((id) => [id, []]));
      lead(one, ({ shown, state, takenBack }, before) => {
        for (const id of rounds) {
          const now = shown.get(id);
          if (!now || now === before.shown.get(id)) continue;
          // A text that its parent takes back is missed at once (R65): that is no release.
          if (takenBack.get(id) !== before.takenBack.get(id)) continue;
          for (const earlier of history.get(id) ?? []) {
            const phones = difference(earlier, now);
            if (phones > 0) expect(phones).toBeGreaterThanOrEqual(state.minimum ?? Number.POSITIVE_INFINITY);
          }
          history.get(id)?.push(now);
        }
      });
    }),
    { numRuns: 2000 },
  );
});

test("R33: in the default mode nothing is published while the prompt is open for the first time", () => {
  inAnyClass((before, after, { state }, promptId) => {
    const { slideId } = roundOf(promptId);
    const open = promptState(state, slideId).phase === "open" && currentRound(state, slideId) === promptId;
    if (state.release !== "closing" || !open) return;
    // What was published may be taken back; nothing is added.
    for (const [phone, value] of after) expect(value).toBe(before.get(phone));
  });
});

test("R30: the minimum is set when the first prompt opens, and never changes again", () => {
  inAnyClass((_, __, { state, phones }, ___, minimumBefore) => {
    const opened = Object.keys(state.prompts).length > 0;
    expect(state.minimum).toBe(minimumBefore ?? (opened ? minimumFor(phones) : null));
  });
});

test("R38: hands alone may change what is published once enough voices are there; they never hide a phone", () => {
  const nothing = { phones: 0, counting: 0, hands: 0, all: 0, takenBack: 0 };
  expect(mayRelease({ ...nothing, hands: 3, all: 3 }, 3)).toBe(true);
  expect(mayRelease({ ...nothing, hands: 2, all: 2 }, 3)).toBe(false);
  expect(mayRelease({ ...nothing, hands: 1, all: 4 }, 3)).toBe(true);
  expect(mayRelease({ ...nothing, phones: 2, counting: 2, hands: 10, all: 12 }, 3)).toBe(false);
  expect(mayRelease({ ...nothing, all: 9 }, 3)).toBe(false);
});

test("R32: who changes again, or answers anew after taking back, makes no release possible", () => {
  const waiting = { phones: 3, counting: 3, hands: 0, all: 8, takenBack: 0 };
  expect(mayRelease(waiting, 3)).toBe(true);
  expect(mayRelease({ ...waiting, counting: 2 }, 3)).toBe(false);
  expect(mayRelease({ ...waiting, takenBack: 1 }, 3)).toBe(false);
  expect(mayRelease({ ...waiting, phones: 4, counting: 4, takenBack: 1 }, 3)).toBe(true);
});

test("R30: 3 in a room of up to 7 phones, else 5", () => {
  expect([0, 3, 7, 8, 60].map(minimumFor)).toEqual([3, 3, 3, 5, 5]);
});

test("R35: live may be chosen before anybody has answered, the default always", () => {
  expect(mayChoose("closing", "live", false)).toBe(true);
  expect(mayChoose("closing", "live", true)).toBe(false);
  expect(mayChoose("live", "closing", true)).toBe(true);
  expect(mayChoose("live", "live", true)).toBe(true);
});

test("the rules are not vacuous: rooms do publish, in both modes", () => {
  const seen = { closing: 0, live: 0, again: 0, second: 0 };
  inAnyClass((before, after, { state }, promptId) => {
    if (after.size === before.size) return;
    seen[state.release] += 1;
    if (roundOf(promptId).round === 2) seen.second += 1;
    if (before.size > 0) seen.again += 1;
  });
  // Far below what chance gives (some 20 second rounds), so that the test fails only when a kind is gone.
  for (const count of Object.values(seen)) expect(count).toBeGreaterThan(3);
});

test("R37: a round that undo takes back was closed too, whichever it was", () => {
  const deck = deckOf([slideOf("choice", "first")]);
  const go: Step = { do: "go", slideId: "first" };
  const open: Step = { do: "open", slideId: "first" };
  const close: Step = { do: "close", slideId: "first" };
  const again: Step = { do: "again", slideId: "first" };
  const after = (...steps: Step[]) =>
    steps.reduce(
      (state, step) => takeStep(state, deck, step, 1),
      newSession({ language: "en", support: [] }),
    );
  const closedBy = (...steps: Step[]) => promptsClosed(after(...steps.slice(0, -1)), after(...steps));
  expect(closedBy(go, open, close)).toEqual(["first"]);
  expect(closedBy(go, open, { do: "undo" })).toEqual(["first"]);
  expect(closedBy(go, open, close, again)).toEqual([]);
  expect(closedBy(go, open, close, again, { do: "undo" })).toEqual(["first.2"]);
  expect(closedBy(go, open, close, again, close)).toEqual(["first.2"]);
});
