import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type ResponseId, responseId } from "@/protocol/ids";
import type { PromptKind, ResponseOf, ResponseValue, Slide, SlideOf, TallyOf } from "@/protocol/kinds";
import { responseValue, tally } from "@/protocol/kinds";
import type { CardMark } from "@/protocol/kinds/open";
import { acceptResponse, roomTally, slideViewOf, tallyOf } from "@/server/domain/kinds";
import { slideOf } from "@/tests/support/decks";

const choice = slideOf("choice");
const scale = slideOf("scale");
const words = slideOf("words");
const open = slideOf("open");

const someWord = fc.constantFrom(
  "hug",
  "Hugs",
  "HUG",
  "hugs",
  "patience",
  "¡Paciencia!",
  "glass",
  "no",
  "❤️",
  "😢",
);

/** Responses as a phone would send them; every one of them fits its slide. */
const anyValue: { [K in PromptKind]: fc.Arbitrary<ResponseOf<K>> } = {
  choice: fc
    .uniqueArray(fc.constantFrom("a", "b", "c", "d"), { minLength: 1, maxLength: 2 })
    .map((options) => ({ kind: "choice", options })),
  scale: fc
    .record({ a: fc.integer({ min: 1, max: 5 }), b: fc.integer({ min: 1, max: 5 }) })
    .map((ratings) => ({ kind: "scale", ratings })),
  words: fc.array(someWord, { minLength: 1, maxLength: 2 }).map((list) => ({ kind: "words", words: list })),
  open: fc
    .string({ minLength: 1, maxLength: 20 })
    .filter((text) => text.trim() !== "")
    .map((text) => ({ kind: "open", text })),
};

type Released = { id: ResponseId; value: ResponseValue };

const releasedOf = (kind: PromptKind): fc.Arbitrary<Released[]> =>
  fc.uniqueArray(
    fc.record<Released>({
      id: fc.uuid({ version: 4 }).map((id) => responseId.parse(id)),
      value: anyValue[kind],
    }),
    { selector: ({ id }) => id, maxLength: 15 },
  );

const slides: { [K in PromptKind]: SlideOf<K> } = { choice, scale, words, open };

const marksOf = (released: Released[]): fc.Arbitrary<Record<string, CardMark>> =>
  fc
    .array(fc.constantFrom<CardMark>("none", "hidden", "pinned"), {
      minLength: released.length,
      maxLength: released.length,
    })
    .map((marks) => Object.fromEntries(released.map(({ id }, index) => [id, marks[index] ?? "none"])));

describe.each(["choice", "scale", "words", "open"] as const)("%s", (kind) => {
  const slide = slides[kind];

  test("R40: takes what fits, and nothing of another kind", () => {
    fc.assert(
      fc.property(anyValue[kind], (value) => {
        expect(acceptResponse(slide, value)).toBeDefined();
        for (const other of Object.values(slides) as Slide[])
          if (other.kind !== kind) expect(acceptResponse(other, value)).toBeUndefined();
        expect(acceptResponse(slideOf("content"), value)).toBeUndefined();
      }),
    );
  });

  test("R36: the same tally for every order of the responses", () => {
    const shuffled = releasedOf(kind).chain((released) =>
      fc.tuple(
        fc.constant(released),
        fc.shuffledSubarray(released, { minLength: released.length }),
        marksOf(released),
      ),
    );
    fc.assert(
      fc.property(shuffled, ([released, again, marks]) => {
        const made = tallyOf(slide, released, marks);
        expect(tallyOf(slide, again, marks)).toEqual(made);
        expect(made.responses).toBe(released.length);
        expect(tally.parse(made)).toEqual(made);
      }),
    );
  });
});

const of = <K extends PromptKind>(kind: K, values: ResponseOf<K>[], marks: Record<string, CardMark> = {}) =>
  tallyOf(
    slides[kind] as SlideOf<PromptKind>,
    values.map((value, index) => ({ id: idOf(index), value })),
    marks,
  ) as TallyOf<K>;

const idOf = (n: number) => responseId.parse(`00000000-0000-4000-8000-${String(n).padStart(12, "0")}`);

test("a choice is counted once per response and option", () => {
  fc.assert(
    fc.property(fc.array(anyValue.choice), (values) => {
      const { counts } = of("choice", values);
      expect(counts).toHaveLength(choice.options.length);
      expect(counts.reduce((sum, count) => sum + count, 0)).toBe(
        values.flatMap(({ options }) => options).length,
      );
      for (const count of counts) expect(count).toBeLessThanOrEqual(values.length);
    }),
  );
});

test("R40: a choice knows its options and how many may be picked; the same one twice is one", () => {
  const take = (...options: string[]) => acceptResponse(choice, { kind: "choice", options });
  expect(take("a", "b", "a")).toEqual({ kind: "choice", options: ["a", "b"] });
  expect(take("a", "b", "c")).toBeUndefined();
  expect(take("a", "z")).toBeUndefined();
});

test("R41: every statement of a scale is rated, none too high, and none that is not there", () => {
  const take = (ratings: Record<string, number>) => acceptResponse(scale, { kind: "scale", ratings });
  expect(take({ b: 5, a: 1 })).toEqual({ kind: "scale", ratings: { a: 1, b: 5 } });
  for (const ratings of [{ a: 1 }, {}, { a: 1, b: 6 }, { a: 1, b: 2, c: 3 }])
    expect(take(ratings as Record<string, number>)).toBeUndefined();
});

test("R41: a statement called like something that every object has must be rated too", () => {
  const odd = { ...scale, statements: [{ id: "constructor", text: "Odd" }] };
  expect(acceptResponse(odd, { kind: "scale", ratings: {} })).toBeUndefined();
});

test("R42: the median is the middle rating, or the mean of the two middle ones", () => {
  fc.assert(
    fc.property(fc.array(anyValue.scale, { minLength: 1, maxLength: 20 }), (values) => {
      const { statements } = of("scale", values);
      for (const [index, { id }] of scale.statements.entries()) {
        const ratings = values.map((value) => value.ratings[id] ?? 0).sort((a, b) => a - b);
        const counts = statements[index]?.counts ?? [];
        // Spelled out again from the counts that are shown beside it.
        expect(counts.flatMap((count, point) => Array<number>(count).fill(point + 1))).toEqual(ratings);
        const half = ratings.length / 2;
        const middle = [ratings[Math.ceil(half) - 1] ?? 0, ratings[Math.floor(half)] ?? 0];
        expect(statements[index]?.median).toBe(((middle[0] ?? 0) + (middle[1] ?? 0)) / 2);
      }
    }),
  );
  expect(of("scale", []).statements.map(({ median }) => median)).toEqual([0, 0]);
});

const cloud = (...perParticipant: string[][]) =>
  Object.fromEntries(
    of(
      "words",
      perParticipant.map((list) => ({ kind: "words", words: list })),
    ).words.map(({ text, count }) => [text, count]),
  );

test("R43: words are merged by case and by plural, under the form that was written most", () => {
  expect(cloud(["Hug"], ["hug"], ["hug"], ["HUGS"])).toEqual({ hug: 4 });
  expect(cloud(["flor"], ["flores"], ["Flores"])).toEqual({ Flores: 1 + 1 + 1 });
  expect(cloud(["calm"], ["calm!"], ["«Calm»"])).toEqual({ calm: 3 });
});

test("R43: a plural whose singular nobody wrote stays as it is", () => {
  expect(cloud(["hugs"], ["Hugs"], ["glass"])).toEqual({ Hugs: 2, glass: 1 });
  expect(cloud(["glass"], ["las"])).toEqual({ glass: 1, las: 1 });
});

test("R43: a participant counts once per word, however often and in what forms it is written", () => {
  expect(cloud(["hug", "Hugs"], ["hug"], ["hug"])).toEqual({ hug: 3 });
});

test("R43: signs that are no letters stay apart: a heart is not a tear", () => {
  expect(cloud(["❤️"], ["😢"], ["😢"], ["?"])).toEqual({ "❤️": 1, "😢": 2, "?": 1 });
});

test("R43: most frequent first, and the counts sum to a word per participant", () => {
  fc.assert(
    fc.property(fc.array(anyValue.words), (values) => {
      const { words: merged } = of("words", values);
      const counts = merged.map(({ count }) => count);
      expect(counts).toEqual([...counts].sort((a, b) => b - a));
      expect(new Set(merged.map(({ text }) => text)).size).toBe(merged.length);
      for (const { count } of merged) expect(count).toBeLessThanOrEqual(values.length);
      const written = new Set(values.flatMap((value) => value.words));
      for (const { text } of merged) expect(written).toContain(text);
    }),
  );
});

test("R44: cards stand by their random ids, pinned ones first", () => {
  const values = ["one", "two", "three"].map((text) => ({ kind: "open" as const, text }));
  const { cards } = of("open", values, { [idOf(2)]: "pinned", [idOf(0)]: "hidden" });
  expect(cards.map(({ text, mark }) => `${text} ${mark}`)).toEqual([
    "three pinned",
    "one hidden",
    "two none",
  ]);
});

test("R45: a hidden card is in no tally for the room, and its text nowhere in it", () => {
  const marked = releasedOf("open").chain((released) => fc.tuple(fc.constant(released), marksOf(released)));
  fc.assert(
    fc.property(marked, ([released, marks]) => {
      const made = tallyOf(open, released, marks);
      const room = roomTally(made) as TallyOf<"open">;
      const visible = released.filter(({ id }) => marks[id] !== "hidden");
      expect(room.cards.map(({ id }) => id).sort()).toEqual(visible.map(({ id }) => id).sort());
      expect((made as TallyOf<"open">).cards).toHaveLength(released.length);
    }),
  );
});

test("R46: right answers and the explanation come with what is revealed, and not before", () => {
  expect(slideViewOf(choice, 0, false)).toMatchObject({ correct: [], explanation: "" });
  expect(slideViewOf(choice, 0, true)).toMatchObject({ correct: ["c"], explanation: choice.explanation });
});

test("R11: a slide shows its body up to the reveal step", () => {
  const slide = slideOf("content", "steps", 3);
  expect([0, 1, 2].map((step) => slideViewOf(slide, step, false).body)).toEqual(slide.bodies);
});

test("typed text loses what PostgreSQL cannot hold, and keeps the rest", () => {
  const parse = (text: string) => responseValue.safeParse({ kind: "open", text }).data;
  expect(parse(" a\u0000b\ud800c\r\nd ")).toEqual({ kind: "open", text: "ab\ufffdc\nd" });
  expect(parse("\u0000\u0007")).toBeUndefined();
  expect(parse("x".repeat(500))).toBeDefined();
  expect(parse("x".repeat(501))).toBeUndefined();
  expect(parse(`${"x".repeat(500)}${" ".repeat(20)}`)).toBeDefined();
});
