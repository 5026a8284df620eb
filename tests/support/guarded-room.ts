import fc from "fast-check";
import { codeOf } from "@/protocol/errors";
import type { PromptId } from "@/protocol/ids";
import type { SessionState } from "@/protocol/sessions";
import type { ReleaseMode } from "@/protocol/views";
import {
  handsChanged,
  mayChoose,
  mayRelease,
  promptsToRelease,
  releasesAt,
  type Waiting,
  withMinimum,
} from "@/server/domain/guard";
import { holdsFreeText } from "@/server/domain/kinds";
import { currentSlide } from "@/server/domain/positions";
import { currentRound, roundOf, roundsOf } from "@/server/domain/rounds";
import { newSession, type Step, takeStep, withHands } from "@/server/domain/session";
import { takes } from "@/server/domain/taking";
import { deckOf, slideOf } from "@/tests/support/decks";

/**
 * A room as the database would hold it, moved by the domain's rules alone: fast
 * enough to be led through thousands of classes.
 */
const deck = deckOf([slideOf("choice", "first"), slideOf("content", "between"), slideOf("open", "second")]);
const prompts = ["first", "second"];
export const rounds = prompts.flatMap(roundsOf);

/** What one phone has answered to one prompt, and what a release has published of it. */
type Row = { value: number; released: number | null; revised: boolean; byHand: boolean };

/** What is published of a round: the value of each phone whose response is in it. Hands are no secret. */
export type Shown = Map<number, number>;

export type GuardedRoom = {
  state: SessionState;
  rows: Map<PromptId, Map<number, Row>>;
  /** How many phones are connected. */
  phones: number;
  now: number;
  /** What is published of each round now. */
  shown: Map<PromptId, Shown>;
  /** Published responses that were taken back, by round. */
  takenBack: Map<PromptId, number[]>;
};

type Before = Pick<GuardedRoom, "shown" | "takenBack"> & { minimum: number | null };

type Act =
  /** To a round, or to that of the slide where the room is. */
  | { act: "submit"; phone: number; prompt: PromptId | null; value: number }
  | { act: "withdraw"; phone: number; prompt: PromptId }
  | { act: "choose"; release: ReleaseMode }
  | { act: "come"; phones: number }
  | { act: "count"; hands: number[] | null }
  | { act: "wait"; seconds: number }
  | { act: "step"; step: Step };

const anySlide = fc.constantFrom(...prompts);
const anyRound = fc.constantFrom(...rounds);

const anyStep: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: anySlide.map((slideId): Step => ({ do: "open", slideId })) },
  { weight: 4, arbitrary: anySlide.map((slideId): Step => ({ do: "close", slideId })) },
  { weight: 2, arbitrary: anySlide.map((slideId): Step => ({ do: "again", slideId })) },
  { weight: 2, arbitrary: anySlide.map((slideId): Step => ({ do: "show", slideId })) },
  anySlide.map((slideId): Step => ({ do: "hide", slideId })),
  fc.constantFrom(...prompts, "between").map((slideId): Step => ({ do: "go", slideId })),
  fc.constantFrom<Step>({ do: "next" }, { do: "back" }, { do: "end" }, { do: "undo" }, { do: "undo" }),
);

// Few values, so that answers are changed, and changed back.
const anySubmit = (phones: number): fc.Arbitrary<Act> =>
  fc.record({
    act: fc.constant("submit"),
    phone: fc.nat(phones - 1),
    prompt: fc.oneof({ weight: 6, arbitrary: fc.constant(null) }, anyRound),
    value: fc.nat(2),
  });

const anyAct = (phones: number): fc.Arbitrary<Act> =>
  fc.oneof(
    { weight: 10, arbitrary: anySubmit(phones) },
    fc.record({ act: fc.constant("withdraw"), phone: fc.nat(phones - 1), prompt: anyRound }),
    fc
      .option(fc.array(fc.nat(3), { minLength: 4, maxLength: 4 }))
      .map((hands): Act => ({ act: "count", hands })),
    { weight: 4, arbitrary: anyStep.map((step): Act => ({ act: "step", step })) },
    // Who is present changes, to nobody after a restart; who answers may have left again.
    fc.integer({ min: 0, max: 15 }).map((phones): Act => ({ act: "come", phones })),
    fc.constantFrom<ReleaseMode>("closing", "live").map((release): Act => ({ act: "choose", release })),
    fc.constantFrom(1, 60, 600).map((seconds): Act => ({ act: "wait", seconds })),
  );

/** Groups of 3 to 15 phones, and everything that they and their facilitator may do. */
export const anyClass = fc.record({
  release: fc.constantFrom<ReleaseMode>("closing", "live"),
  group: fc.integer({ min: 3, max: 15 }).chain((phones) =>
    fc.record({
      phones: fc.constant(phones),
      acts: fc.array(anyAct(phones), { maxLength: 150, size: "max" }),
    }),
  ),
});

/** Leads a room through a class and shows it after every act, with how it was before. */
export function lead(
  { release, group: { phones, acts } }: { release: ReleaseMode; group: { phones: number; acts: Act[] } },
  look: (room: GuardedRoom, before: Before) => void,
): void {
  const begun = takeStep(
    { ...newSession({ language: "en", support: [] }), release },
    deck,
    { do: "begin" },
    0,
  );
  const room: GuardedRoom = {
    state: begun,
    rows: new Map(),
    phones,
    now: 0,
    shown: new Map(),
    takenBack: new Map(),
  };
  for (const one of acts) {
    const before = {
      shown: new Map(room.shown),
      takenBack: new Map(room.takenBack),
      minimum: room.state.minimum,
    };
    try {
      perform(room, one);
    } catch (error) {
      if (!codeOf(error)) throw error;
    }
    look(room, before);
  }
}

function perform(room: GuardedRoom, one: Act): void {
  if (one.act === "step") change(room, takeStep(room.state, deck, one.step, room.now));
  if (one.act === "choose" && mayChoose(room.state.release, one.release, room.rows.size > 0))
    change(room, { ...room.state, release: one.release });
  if (one.act === "count") {
    const counts = one.hands ?? [];
    const voices = counts.reduce((sum, count) => sum + count, 0);
    const hands = voices > 0 ? { kind: "choice" as const, voices, counts } : null;
    change(room, withHands(room.state, deck, "first", hands));
  }
  if (one.act === "come") room.phones = one.phones;
  if (one.act === "wait") room.now += one.seconds * 1000;
  if (one.act === "submit") submit(room, one);
  if (one.act === "withdraw") withdraw(room, one);
}

/** As server/commands/steps.ts does it: decide, set the minimum, release, save. */
function change(room: GuardedRoom, decided: SessionState): void {
  const before = room.state;
  room.state = withMinimum(decided, room.phones);
  for (const promptId of handsChanged(before, room.state)) storeHands(room, promptId);
  for (const promptId of promptsToRelease(before, room.state)) release(room, promptId);
}

/** While the prompt is open, or late; new responses are looked at soon after, and may be enough. */
function submit(room: GuardedRoom, { phone, prompt: wanted, value }: Extract<Act, { act: "submit" }>): void {
  const { status, prompts, settings } = room.state;
  const here = currentSlide(room.state, deck)?.id ?? "first";
  const prompt = wanted ?? currentRound(room.state, here);
  if (takes({ status, prompts, grace: settings.grace }, prompt, room.now).taken === null) return;
  const rows = rowsOf(room, prompt);
  const { released = null, revised = false } = rows.get(phone) ?? {};
  rows.set(phone, { value, released, revised, byHand: false });
  if (releasesAt(room.state, roundOf(prompt).slideId)) release(room, prompt);
}

/** The row goes, and a published text with it; what was added up stays until the next release (R65). */
function withdraw(room: GuardedRoom, { phone, prompt }: Extract<Act, { act: "withdraw" }>): void {
  const row = room.rows.get(prompt)?.get(phone);
  if (!row) return;
  rowsOf(room, prompt).delete(phone);
  if (row.released === null) return;
  room.takenBack.set(prompt, [...(room.takenBack.get(prompt) ?? []), phone]);
  if (isText(prompt)) show(room, prompt);
}

function release(room: GuardedRoom, promptId: PromptId): void {
  const waiting = waitingOf(room, promptId);
  if (!mayRelease(waiting, room.state.minimum)) return;
  for (const row of room.rows.get(promptId)?.values() ?? []) {
    row.revised ||= row.released !== null && row.released !== row.value;
    row.released = row.value;
  }
  // Hands alone leave the phones in the sums as they were.
  if (waiting.phones > 0) show(room, promptId);
}

function waitingOf(room: GuardedRoom, promptId: PromptId): Waiting {
  const rows = [...rowsOf(room, promptId).values()];
  const unpublished = rows.filter(({ value, released }) => value !== released);
  const phones = unpublished.filter(({ byHand }) => !byHand);
  return {
    phones: phones.length,
    counting: phones.filter(({ revised }) => !revised).length,
    hands: unpublished.length - phones.length,
    all: rows.length,
    takenBack: room.takenBack.get(promptId)?.length ?? 0,
  };
}

function show(room: GuardedRoom, promptId: PromptId): void {
  const shown = [...rowsOf(room, promptId)].flatMap(([phone, { released, byHand }]): [number, number][] =>
    released === null || byHand ? [] : [[phone, released]],
  );
  room.shown.set(promptId, new Map(shown));
}

/** Counted hands replace those before them; they lie beyond the numbers of phones. */
function storeHands(room: GuardedRoom, promptId: PromptId): void {
  const hands = room.state.hands[promptId];
  const values =
    hands?.kind === "choice" ? hands.counts.flatMap((n, value) => Array<number>(n).fill(value)) : [];
  const rows = rowsOf(room, promptId);
  const numbers = [...rows].flatMap(([number, { byHand }]) => (byHand ? [number] : []));
  for (const number of numbers.slice(values.length)) rows.delete(number);
  values.forEach((value, index) => {
    const number = numbers[index] ?? 1000 + index;
    rows.set(number, { released: rows.get(number)?.released ?? null, value, revised: false, byHand: true });
  });
}

function rowsOf(room: GuardedRoom, promptId: PromptId): Map<number, Row> {
  const rows = room.rows.get(promptId) ?? new Map<number, Row>();
  room.rows.set(promptId, rows);
  return rows;
}

export function isText(promptId: PromptId): boolean {
  return deck.slides.some((slide) => slide.id === roundOf(promptId).slideId && holdsFreeText(slide));
}
