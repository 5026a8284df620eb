import fc from "fast-check";
import { expect, test } from "vitest";
import { codeOf } from "@/protocol/errors";
import type { SessionState } from "@/protocol/sessions";
import type { ReleaseMode } from "@/protocol/views";
import {
  mayChoose,
  mayRelease,
  minimumFor,
  promptsToRelease,
  releasesAt,
  withMinimum,
} from "@/server/domain/guard";
import { newSession, type Step, takeStep } from "@/server/domain/session";
import { deckOf, slideOf } from "@/tests/support/decks";

const deck = deckOf([slideOf("choice", "first"), slideOf("content", "between"), slideOf("open", "second")]);
const prompts = ["first", "second"];

/** What one phone has answered to one prompt, and what a release has published of it. */
type Row = { value: number; released: number | null };

/** A room as the database would hold it, moved by the rules alone. */
type Room = { state: SessionState; rows: Map<string, Map<number, Row>>; phones: number };

type Act =
  | { act: "submit"; phone: number; value: number }
  | { act: "choose"; release: ReleaseMode }
  | { act: "come"; phones: number }
  | { act: "step"; step: Step };

const anyStep: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.constantFrom(...prompts).map((slideId): Step => ({ do: "open", slideId, endsAt: null })),
  },
  { weight: 3, arbitrary: fc.constantFrom(...prompts).map((slideId): Step => ({ do: "close", slideId })) },
  fc.constantFrom(...prompts, "between").map((slideId): Step => ({ do: "go", slideId })),
  fc.constantFrom<Step>({ do: "next" }, { do: "back" }, { do: "end" }, { do: "undo" }, { do: "undo" }),
);

// Few values, so that answers are changed, and changed back.
const anySubmit = (phones: number) =>
  fc.tuple(fc.nat(phones - 1), fc.nat(2)).map(([phone, value]): Act => ({ act: "submit", phone, value }));

const acts = (phones: number): fc.Arbitrary<Act[]> =>
  fc.array(
    fc.oneof(
      { weight: 8, arbitrary: anySubmit(phones) },
      { weight: 4, arbitrary: anyStep.map((step): Act => ({ act: "step", step })) },
      // Who is present changes; who answers may have left again.
      fc.integer({ min: 0, max: 15 }).map((phones): Act => ({ act: "come", phones })),
      fc.constantFrom<ReleaseMode>("closing", "live").map((release): Act => ({ act: "choose", release })),
    ),
    { maxLength: 150, size: "max" },
  );

/** Groups of 3 to 15 phones, and everything that they and their facilitator may do. */
const anyClass = fc
  .integer({ min: 3, max: 15 })
  .chain((phones) => fc.tuple(fc.constant(phones), acts(phones)));

/** What is published of a prompt: the value of each phone whose response is in a release. */
const published = (room: Room, slideId: string) =>
  new Map(
    [...(room.rows.get(slideId) ?? [])].flatMap(([phone, { released }]) =>
      released === null ? [] : [[phone, released]],
    ),
  );

function waiting(room: Room, slideId: string): number {
  return [...(room.rows.get(slideId)?.values() ?? [])].filter(({ value, released }) => value !== released)
    .length;
}

function release(room: Room, slideId: string): void {
  if (!mayRelease(waiting(room, slideId), room.state.minimum)) return;
  for (const row of room.rows.get(slideId)?.values() ?? []) row.released = row.value;
}

/** As server/commands/steps.ts does it: decide, set the minimum, release, save. */
function change(room: Room, decided: SessionState): void {
  const before = room.state;
  room.state = withMinimum(decided, room.phones);
  for (const slideId of promptsToRelease(before, room.state)) release(room, slideId);
}

function perform(room: Room, one: Act): void {
  if (one.act === "step") change(room, takeStep(room.state, deck, one.step, 0));
  if (one.act === "choose" && mayChoose(room.state.release, one.release, room.rows.size > 0))
    change(room, { ...room.state, release: one.release });
  if (one.act === "come") room.phones = one.phones;
  if (one.act === "submit") submit(room, one.phone, one.value);
}

function submit(room: Room, phone: number, value: number): void {
  const slideId = prompts.find((id) => room.state.prompts[id]?.phase === "open");
  if (!slideId) return;
  const rows = room.rows.get(slideId) ?? new Map<number, Row>();
  rows.set(phone, { released: rows.get(phone)?.released ?? null, value });
  room.rows.set(slideId, rows);
  // New responses are looked at soon after; in a session that releases live they may be enough.
  if (room.state.release === "live" && releasesAt(room.state, slideId)) release(room, slideId);
}

type Look = (
  before: Map<number, number>,
  after: Map<number, number>,
  room: Room,
  slideId: string,
  minimumBefore: number | null,
) => void;

function inAnyClass(look: Look): void {
  fc.assert(
    fc.property(anyClass, fc.constantFrom<ReleaseMode>("closing", "live"), ([phones, acts], release) => {
      const begun = takeStep({ ...newSession(), release }, deck, { do: "begin" }, 0);
      const room: Room = { state: begun, rows: new Map(), phones };
      for (const one of acts) {
        const { minimum } = room.state;
        const before = new Map(prompts.map((slideId) => [slideId, published(room, slideId)]));
        try {
          perform(room, one);
        } catch (error) {
          if (!codeOf(error)) throw error;
        }
        for (const slideId of prompts)
          look(before.get(slideId) ?? new Map(), published(room, slideId), room, slideId, minimum);
      }
    }),
    { numRuns: 200 },
  );
}

test("R31: nothing is published of fewer responses than the minimum", () => {
  inAnyClass((_, after, { state }) => {
    if (after.size > 0) expect(after.size).toBeGreaterThanOrEqual(state.minimum ?? Number.POSITIVE_INFINITY);
  });
});

test("R32: two published results in a row differ by nobody or by at least the minimum", () => {
  inAnyClass((before, after, { state }) => {
    const changed = [...after].filter(([phone, value]) => before.get(phone) !== value).length;
    if (changed > 0) expect(changed).toBeGreaterThanOrEqual(state.minimum ?? Number.POSITIVE_INFINITY);
    // And what is published stays: nobody can be seen by leaving.
    expect([...before.keys()].every((phone) => after.has(phone))).toBe(true);
  });
});

test("R33: in the default mode nothing is published while the prompt is open for the first time", () => {
  inAnyClass((before, after, { state }, slideId) => {
    const closing = state.release === "closing" && state.prompts[slideId]?.phase === "open";
    if (closing) expect(after).toEqual(before);
  });
});

test("R30: the minimum is set when the first prompt opens, and never changes again", () => {
  inAnyClass((_, __, { state, phones }, ___, minimumBefore) => {
    const opened = Object.keys(state.prompts).length > 0;
    expect(state.minimum).toBe(minimumBefore ?? (opened ? minimumFor(phones) : null));
  });
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
  const seen = { closing: 0, live: 0, again: 0 };
  inAnyClass((before, after, { state }) => {
    if (after.size === before.size) return;
    seen[state.release] += 1;
    if (before.size > 0) seen.again += 1;
  });
  for (const count of Object.values(seen)) expect(count).toBeGreaterThan(10);
});
