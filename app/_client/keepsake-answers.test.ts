import { expect, test } from "vitest";
import { answersOf, intentionOf, reflectionsOf } from "@/app/_client/keepsake-answers";
import type { Leaves } from "@/app/_client/leaves";
import type { OwnResponse } from "@/app/_client/notebook";
import type { ResponseValue, SlideView } from "@/protocol/kinds";

const item = (id: string) => ({ id, text: `Text of ${id}` });
const slide = (kind: string, id: string, more: object = {}) =>
  ({
    kind,
    id,
    part: "",
    title: `Title of ${id}`,
    body: "",
    explanation: "",
    language: "es",
    ...more,
  }) as unknown as SlideView;

const slides: Record<string, SlideView> = {
  pick: slide("choice", "pick", { options: [item("a"), item("b"), item("c")], pick: 2, correct: [] }),
  sort: slide("sort", "sort", {
    bins: [item("is"), item("not")],
    statements: [item("x"), item("y")],
    correct: {},
  }),
  rate: slide("scale", "rate", { statements: [item("x"), item("y")], points: 5, low: "no", high: "yes" }),
  place: slide("continuum", "place", {
    zones: [item("easy"), item("stretch"), item("far")],
    edges: [30, 70],
    scenarios: [item("x"), item("y"), item("z")],
  }),
  words: slide("words", "words", { count: 3 }),
  open: slide("open", "open"),
  order: slide("rank", "order", { items: [item("a"), item("b")], first: "first", last: "last", correct: [] }),
  self: slide("reflect", "self", { starter: "", intention: false }),
  week: slide("reflect", "week", { starter: "", intention: true }),
};
const leaves: Leaves = Object.fromEntries(
  Object.entries(slides).map(([id, one]) => [id, { slide: one, draft: null }]),
);
const sent = (kind: string, more: object): OwnResponse => ({
  value: { kind, ...more } as ResponseValue,
  status: "sent",
});

test("every kind of answer is told in the words that it was asked with", () => {
  const told = answersOf(leaves, {
    pick: sent("choice", { options: ["c", "a"] }),
    sort: sent("sort", { bins: { x: "is", y: "not" } }),
    rate: sent("scale", { ratings: { x: 4, y: 1 } }),
    place: sent("continuum", { places: { x: 0, y: 30, z: 100 } }),
    words: sent("words", { words: ["quiet", "<b>"] }),
    open: sent("open", { text: "I waited.", language: "es" }),
    order: sent("rank", { order: ["b", "a"] }),
    self: sent("reflect", {}),
  });
  expect(
    Object.fromEntries(told.map(({ id, lines }) => [id, lines.map(({ of, said }) => [of, said])])),
  ).toEqual({
    pick: [
      [null, "Text of a"],
      [null, "Text of c"],
    ],
    sort: [
      ["Text of x", "Text of is"],
      ["Text of y", "Text of not"],
    ],
    rate: [
      ["Text of x", "4 / 5 (1 = no, 5 = yes)"],
      ["Text of y", "1 / 5 (1 = no, 5 = yes)"],
    ],
    place: [
      ["Text of x", "Text of easy"],
      ["Text of y", "Text of stretch"],
      ["Text of z", "Text of far"],
    ],
    words: [
      [null, "quiet"],
      [null, "<b>"],
    ],
    open: [[null, "I waited."]],
    order: [
      [null, "1. Text of b"],
      [null, "2. Text of a"],
    ],
  });
  expect(told[0]).toMatchObject({ title: "Title of pick", language: "es", again: false });
});

test("a second round is told beside the first, a refused change gives way, an unsent draft is the parent's too", () => {
  const open = slides.open as SlideView;
  const draft = { kind: "open", text: "not sent", language: "es" } as ResponseValue;
  const told = answersOf(
    {
      open: { slide: open, draft: null },
      "open.2": { slide: open, draft: null },
      later: { slide: open, draft },
    },
    {
      open: {
        ...sent("open", { text: "too long" }),
        status: "refused",
        counted: sent("open", { text: "counts" }).value,
      },
      "open.2": { ...sent("open", { text: "came late" }), status: "late" },
    },
  );
  expect(told.map(({ id, again, lines }) => [id, again, lines[0]?.said])).toEqual([
    ["open", false, "counts"],
    ["open.2", true, "came late"],
    ["later", false, "not sent"],
  ]);
});

test("an answer of another kind, or to things that are gone, breaks nothing", () => {
  expect(
    answersOf(leaves, { pick: sent("open", { text: "x" }), order: sent("rank", { order: ["gone"] }) }),
  ).toEqual([]);
});

test("reflections stand by themselves, the intention in a place of its own", () => {
  const texts = { self: "for me", week: "one breath first", lost: "its slide was never kept" };
  expect(reflectionsOf(leaves, texts).map(({ title, lines }) => [title, lines[0]?.said])).toEqual([
    ["Title of self", "for me"],
    ["", "its slide was never kept"],
  ]);
  expect(intentionOf(leaves, texts)).toBe("one breath first");
  expect(intentionOf(leaves, {})).toBe("");
});
