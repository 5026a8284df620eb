import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Hands } from "@/protocol/hands";
import { type ResponseId, responseId } from "@/protocol/ids";
import type { PromptKind, ResponseOf, ResponseValue, Slide, SlideOf, TallyOf } from "@/protocol/kinds";
import { responseValue, tally } from "@/protocol/kinds";
import type { CardMark } from "@/protocol/kinds/open";
import { limits } from "@/protocol/limits";
import {
  acceptResponse,
  type Desk,
  responsesOfHands,
  roomTally,
  slideViewOf,
  tallyOf,
} from "@/server/domain/kinds";
import { slideOf } from "@/tests/support/decks";
import { publishedOf } from "@/tests/support/published";

const choice = slideOf("choice");
const scale = slideOf("scale");
const words = slideOf("words");
const open = slideOf("open");
const sort = slideOf("sort");
const continuum = slideOf("continuum");
const rank = slideOf("rank");
const reflect = slideOf("reflect");

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
    .map((text) => ({ kind: "open", text, language: "en" })),
  sort: fc
    .record({ a: fc.constantFrom("a", "b"), b: fc.constantFrom("a", "b"), c: fc.constantFrom("a", "b") })
    .map((bins) => ({ kind: "sort", bins })),
  continuum: fc
    .record({ a: fc.integer({ min: 0, max: 100 }), b: fc.integer({ min: 0, max: 100 }) })
    .map((places) => ({ kind: "continuum", places })),
  rank: fc.shuffledSubarray(["a", "b", "c"], { minLength: 3 }).map((order) => ({ kind: "rank", order })),
  reflect: fc.constant({ kind: "reflect" }),
};

/** A desk on which these cards are marked, and nothing waits. */
const desk = (marks: Record<string, CardMark> = {}): Desk => ({
  marks,
  themes: [],
  groups: {},
  holds: () => false,
});

type Released = { id: ResponseId; value: ResponseValue };

const releasedOf = (kind: PromptKind): fc.Arbitrary<Released[]> =>
  fc.uniqueArray(
    fc.record<Released>({
      id: fc.uuid({ version: 4 }).map((id) => responseId.parse(id)),
      value: anyValue[kind],
    }),
    { selector: ({ id }) => id, maxLength: 15 },
  );

const slides: { [K in PromptKind]: SlideOf<K> } = {
  choice,
  sort,
  scale,
  continuum,
  words,
  open,
  rank,
  reflect,
};

const marksOf = (released: Released[]): fc.Arbitrary<Record<string, CardMark>> =>
  fc
    .array(fc.constantFrom<CardMark>("none", "hidden", "pinned"), {
      minLength: released.length,
      maxLength: released.length,
    })
    .map((marks) => Object.fromEntries(released.map(({ id }, index) => [id, marks[index] ?? "none"])));

describe.each(Object.keys(slides) as PromptKind[])("%s", (kind) => {
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
        const made = tallyOf(slide, publishedOf(released), desk(marks));
        expect(tallyOf(slide, publishedOf(again), desk(marks))).toEqual(made);
        expect(made.responses).toBe(released.length);
        expect(tally.parse(made)).toEqual(made);
      }),
    );
  });
});

const of = <K extends PromptKind>(kind: K, values: ResponseOf<K>[], marks: Record<string, CardMark> = {}) =>
  tallyOf(
    slides[kind] as SlideOf<PromptKind>,
    publishedOf(values.map((value, index) => ({ id: idOf(index), value }))),
    desk(marks),
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
  const values = ["one", "two", "three"].map((text) => ({ kind: "open" as const, text, language: "en" }));
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
      const made = tallyOf(open, publishedOf(released), desk(marks));
      const room = roomTally(made) as TallyOf<"open">;
      const visible = released.filter(({ id }) => marks[id] !== "hidden");
      expect(room.cards.map(({ id }) => id).sort()).toEqual(visible.map(({ id }) => id).sort());
      expect((made as TallyOf<"open">).cards).toHaveLength(released.length);
    }),
  );
});

test("R46: right answers and the explanation come with what is revealed, and not before", () => {
  expect(slideViewOf(choice, "en", 0, false)).toMatchObject({ correct: [], explanation: "" });
  expect(slideViewOf(choice, "en", 0, true)).toMatchObject({
    correct: ["c"],
    explanation: choice.explanation,
  });
});

test("R11: a slide shows its body up to the reveal step", () => {
  const slide = slideOf("content", "steps", 3);
  expect([0, 1, 2].map((step) => slideViewOf(slide, "en", step, false).body)).toEqual(slide.bodies);
});

test("typed text loses what PostgreSQL cannot hold, and keeps the rest", () => {
  const parse = (text: string) => responseValue.safeParse({ kind: "open", text, language: "en" }).data;
  expect(parse(" a\u0000b\ud800c\r\nd ")).toEqual({ kind: "open", text: "ab\ufffdc\nd", language: "en" });
  expect(parse("\u0000\u0007")).toBeUndefined();
  expect(parse("x".repeat(500))).toBeDefined();
  expect(parse("x".repeat(501))).toBeUndefined();
  expect(parse(`${"x".repeat(500)}${" ".repeat(20)}`)).toBeDefined();
});

test("R41: every statement of a sort has one of its bins", () => {
  const take = (bins: Record<string, string>) => acceptResponse(sort, { kind: "sort", bins });
  expect(take({ c: "a", a: "b", b: "a" })).toEqual({ kind: "sort", bins: { a: "b", b: "a", c: "a" } });
  for (const bins of [
    { a: "a", b: "a" },
    { a: "a", b: "a", c: "z" },
    { a: "a", b: "a", c: "a", d: "a" },
  ])
    expect(take(bins as Record<string, string>)).toBeUndefined();
});

test("a sort counts every response once per statement", () => {
  fc.assert(
    fc.property(fc.array(anyValue.sort), (values) => {
      for (const [index, counts] of of("sort", values).statements.entries()) {
        expect(counts).toHaveLength(sort.bins.length);
        const id = sort.statements[index]?.id ?? "";
        expect(counts[0]).toBe(values.filter(({ bins }) => bins[id] === "a").length);
        expect(counts.reduce((sum, count) => sum + count, 0)).toBe(values.length);
      }
    }),
  );
});

test("R59: a place on the line is in one stretch and in one zone; an edge belongs to the zone on its right", () => {
  const at = (place: number) => {
    const [scenario] = of("continuum", [{ kind: "continuum", places: { a: place, b: 0 } }]).scenarios;
    return {
      stretch: scenario?.density.indexOf(1),
      zone: scenario?.zones.indexOf(1),
      median: scenario?.median,
    };
  };
  expect(at(0)).toEqual({ stretch: 0, zone: 0, median: 0 });
  expect(at(29)).toMatchObject({ stretch: 5, zone: 0 });
  expect(at(30)).toMatchObject({ stretch: 6, zone: 1 });
  expect(at(70)).toMatchObject({ stretch: 14, zone: 2 });
  expect(at(100)).toEqual({ stretch: 19, zone: 2, median: 100 });
});

test("R59: at most a quarter of the room, rounded up, lies on either side of the quartiles, whatever it places", () => {
  fc.assert(
    fc.property(fc.array(anyValue.continuum, { minLength: 1, maxLength: 30 }), (values) => {
      for (const [index, scenario] of of("continuum", values).scenarios.entries()) {
        const id = continuum.scenarios[index]?.id ?? "";
        const places = values.map((value) => value.places[id] ?? 0);
        const quarter = Math.ceil(places.length / 4);
        expect(places.filter((place) => place < scenario.lower).length).toBeLessThanOrEqual(quarter);
        expect(places.filter((place) => place > scenario.upper).length).toBeLessThanOrEqual(quarter);
        expect(scenario.lower).toBeLessThanOrEqual(scenario.median);
        expect(scenario.median).toBeLessThanOrEqual(scenario.upper);
        for (const counts of [scenario.density, scenario.zones])
          expect(counts.reduce((sum, count) => sum + count, 0)).toBe(values.length);
      }
    }),
  );
});

test("R40: an order holds every item once", () => {
  const take = (...order: string[]) => acceptResponse(rank, { kind: "rank", order });
  expect(take("b", "c", "a")).toEqual({ kind: "rank", order: ["b", "c", "a"] });
  for (const order of [
    ["a", "b"],
    ["a", "b", "b"],
    ["a", "b", "z"],
    ["a", "b", "c", "a"],
  ])
    expect(take(...order)).toBeUndefined();
});

test("the mean places of all items of a rank are those of its places together", () => {
  fc.assert(
    fc.property(fc.array(anyValue.rank, { minLength: 1 }), (values) => {
      const { items } = of("rank", values);
      expect(items.reduce((sum, { mean }) => sum + mean, 0)).toBeCloseTo(1 + 2 + 3);
      for (const { places } of items)
        expect(places.reduce((sum, count) => sum + count, 0)).toBe(values.length);
    }),
  );
});

test("R49: a reflection is taken as done, and a text that comes with it is refused at the edge", () => {
  expect(acceptResponse(reflect, { kind: "reflect" })).toEqual({ kind: "reflect" });
  expect(responseValue.safeParse({ kind: "reflect", text: "private" }).success).toBe(false);
});

test("R48: what waits for a look stays on the console until it is let go", () => {
  const values = ["rough words", "kind words"].map((text, index) => ({
    id: idOf(index),
    value: { kind: "open" as const, text, language: "en" },
  }));
  const holding: Desk = { ...desk(), holds: (text) => text.startsWith("rough") };
  const texts = (made: TallyOf<"open">) => made.cards.map(({ text }) => text);
  const made = tallyOf(open, publishedOf(values), holding) as TallyOf<"open">;
  expect(made.cards.map(({ held }) => held)).toEqual([true, false]);
  expect(texts(roomTally(made) as TallyOf<"open">)).toEqual(["kind words"]);
  const approved = tallyOf(open, publishedOf(values), { ...holding, marks: { [idOf(0)]: "approved" } });
  expect(texts(roomTally(approved) as TallyOf<"open">)).toEqual(["rough words", "kind words"]);
});

test("R48: a word that is hidden in one form is hidden in every form, and a held one waits", () => {
  const values = [["Hug"], ["hugs"], ["rough"]].map((list, index) => ({
    id: idOf(index),
    value: { kind: "words" as const, words: list },
  }));
  const holding: Desk = { ...desk({ "words hug": "hidden" }), holds: (text) => text === "rough" };
  const made = tallyOf(words, publishedOf(values), holding) as TallyOf<"words">;
  expect(made.words.map(({ text, mark, held }) => [text, mark, held])).toEqual([
    ["Hug", "hidden", false],
    ["rough", "none", true],
  ]);
  expect((roomTally(made) as TallyOf<"words">).words).toEqual([]);
});

test("R48: of several marks on the forms of a word, the shown form's counts, then the one that hides", () => {
  const values = [["hug"], ["hugs"], ["Hugs"]].map((list, index) => ({
    id: idOf(index),
    value: { kind: "words" as const, words: list },
  }));
  const markOf = (marks: Desk["marks"]) =>
    [values, values.toReversed()].map(
      (order) => (tallyOf(words, publishedOf(order), desk(marks)) as TallyOf<"words">).words[0]?.mark,
    );
  expect(markOf({ "words hug": "hidden", "words hugs": "approved" })).toEqual(["approved", "approved"]);
  expect(markOf({ "words hug": "hidden" })).toEqual(["hidden", "hidden"]);
});

test("R62: cards carry their theme, and the room does not learn their language", () => {
  const values = [{ id: idOf(0), value: { kind: "open" as const, text: "Hola", language: "es" } }];
  const themed: Desk = { ...desk(), themes: [{ id: "t1", name: "Hello" }], groups: { [idOf(0)]: "t1" } };
  const made = tallyOf(open, publishedOf(values), themed) as TallyOf<"open">;
  expect(made.cards[0]).toMatchObject({ theme: "t1", language: "es" });
  expect((roomTally(made) as TallyOf<"open">).cards[0]).toMatchObject({ theme: "t1", language: "" });
  expect(
    (tallyOf(open, publishedOf(values), { ...themed, themes: [] }) as TallyOf<"open">).cards[0]?.theme,
  ).toBeNull();
});

describe("R47: hands that were counted", () => {
  const sums = (slide: Slide, hands: Hands) => {
    const values = responsesOfHands(slide, hands);
    for (const value of values ?? []) expect(acceptResponse(slide, value)).toEqual(value);
    const released = values?.map((value, index) => ({ id: idOf(index), value }));
    return released && tallyOf(slide as SlideOf<PromptKind>, publishedOf(released), desk());
  };
  const voices = 4;

  test("come out as they were counted, for every closed kind", () => {
    expect(sums(choice, { kind: "choice", voices, counts: [4, 2, 0, 1] })).toMatchObject({
      responses: 4,
      counts: [4, 2, 0, 1],
    });
    expect(
      sums(sort, {
        kind: "sort",
        voices,
        statements: [
          [4, 0],
          [1, 3],
          [2, 2],
        ],
      }),
    ).toMatchObject({
      responses: 4,
      statements: [
        [4, 0],
        [1, 3],
        [2, 2],
      ],
    });
    const ratings = [
      [0, 4, 0, 0, 0],
      [1, 1, 1, 1, 0],
    ];
    expect(sums(scale, { kind: "scale", voices, statements: ratings })).toMatchObject({
      statements: ratings.map((counts) => ({ counts })),
    });
    const zones = [
      [1, 2, 1],
      [0, 0, 4],
    ];
    expect(sums(continuum, { kind: "continuum", voices, scenarios: zones })).toMatchObject({
      scenarios: zones.map((counts) => ({ zones: counts })),
    });
    const orders = [
      { order: ["a", "b", "c"], voices: 3 },
      { order: ["c", "b", "a"], voices: 1 },
    ];
    expect(sums(rank, { kind: "rank", orders })).toMatchObject({ responses: 4 });
    expect(sums(reflect, { kind: "reflect", voices })).toEqual({ kind: "reflect", responses: 4 });
  });

  test("any sums of a choice that people can raise are taken, and no others", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(5), { minLength: 4, maxLength: 4 }), fc.nat(6), (counts, voices) => {
        const sum = counts.reduce((total, count) => total + count, 0);
        const possible =
          voices > 0 &&
          sum >= voices &&
          sum <= voices * choice.pick &&
          counts.every((count) => count <= voices);
        const tallied = sums(choice, { kind: "choice", voices, counts });
        if (possible) expect(tallied).toMatchObject({ responses: voices, counts });
        else expect(tallied).toBeUndefined();
      }),
    );
  });

  test("are refused when they do not add up or are those of another slide", () => {
    for (const hands of [
      { kind: "sort" as const, voices, statements: [[4, 0]] },
      {
        kind: "sort" as const,
        voices,
        statements: [
          [4, 0],
          [4, 1],
          [4, 0],
        ],
      },
      { kind: "choice" as const, voices, counts: [4, 0, 0, 0] },
    ])
      expect(responsesOfHands(sort, hands)).toBeUndefined();
    expect(
      responsesOfHands(rank, { kind: "rank", orders: [{ order: ["a", "b"], voices: 2 }] }),
    ).toBeUndefined();
    expect(responsesOfHands(open, { kind: "choice", voices, counts: [4, 0, 0, 0] })).toBeUndefined();
  });

  test("are refused when they are more than a count may hold, also in many orders", () => {
    const orders = (voices: number) => [
      { order: ["a", "b", "c"], voices },
      { order: ["c", "b", "a"], voices: 1 },
    ];
    expect(responsesOfHands(rank, { kind: "rank", orders: orders(limits.voices - 1) })).toHaveLength(500);
    expect(responsesOfHands(rank, { kind: "rank", orders: orders(limits.voices) })).toBeUndefined();
  });
});
