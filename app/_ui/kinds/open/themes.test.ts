import { expect, test } from "vitest";
import { afterLeaving, makeThemeId, otherLanguage, tableOf } from "@/app/_ui/kinds/open/themes";
import { partId } from "@/protocol/ids";
import type { Card } from "@/protocol/kinds/open";

const card = (id: string, change: Partial<Card> = {}): Card => ({
  id: id as Card["id"],
  text: id,
  language: "en",
  mark: "none",
  held: false,
  theme: null,
  ...change,
});
const rest = { id: "rest", name: "Rest" };
const help = { id: "help", name: "Help" };
const wall = (cards: Card[]) =>
  ({ kind: "open", responses: cards.length, cards, themes: [rest, help] }) as const;
const idsOf = (cards: Card[]) => cards.map(({ id }) => id);
const spread = (cards: Card[], moving?: Parameters<typeof tableOf>[1]) => {
  const { held, hidden, loose, themes } = tableOf({ ...wall(cards), themes: [rest, help] }, moving);
  return {
    held: idsOf(held),
    hidden: idsOf(hidden),
    loose: idsOf(loose),
    rest: idsOf(themes[0]?.cards ?? []),
    help: idsOf(themes[1]?.cards ?? []),
  };
};

test("each card lies in one place, in the order of the wall", () => {
  const cards = [
    card("a", { mark: "pinned", theme: "rest" }),
    card("b"),
    card("c", { held: true }),
    card("d", { mark: "hidden", theme: "rest" }),
    card("e", { held: true, mark: "approved", theme: "help" }),
    card("f", { theme: "gone" }),
    card("g", { held: true, mark: "hidden" }),
  ];
  expect(spread(cards)).toEqual({
    held: ["c"],
    hidden: ["d", "g"],
    loose: ["b", "f"],
    rest: ["a"],
    help: ["e"],
  });
});

test("a card that is on its way lies where it was put", () => {
  const cards = [card("a", { theme: "rest" }), card("b")];
  expect(spread(cards, { cardId: "b", themeId: "help" })).toMatchObject({ loose: [], help: ["b"] });
  expect(spread(cards, { cardId: "a", themeId: null })).toMatchObject({ loose: ["a", "b"], rest: [] });
});

test("the focus goes to the next card, then to the one before, then along with the card", () => {
  const cards = [card("a"), card("b"), card("c")];
  expect(afterLeaving(cards, "b")).toEqual(["c", "a", "b"]);
  expect(afterLeaving(cards, "c")).toEqual(["b", "c"]);
  expect(afterLeaving([card("a")], "a")).toEqual(["a"]);
  expect(afterLeaving(cards, "x")).toEqual(["x"]);
});

test("a theme's id is one that the protocol takes, and another each time", () => {
  expect(partId.safeParse(makeThemeId()).success).toBe(true);
  expect(makeThemeId(new Uint8Array([0, 31, 32, 255]))).toBe("ta7a7");
  expect(makeThemeId()).not.toBe(makeThemeId());
});

test("a card's language is named when it is not the console's", () => {
  expect(otherLanguage(card("a", { language: "es" }), "en", "en")).toBe("Spanish");
  expect(otherLanguage(card("a", { language: "es" }), "en", "es")).toBe("español");
  expect(otherLanguage(card("a", { language: "en-GB" }), "en", "en")).toBe("");
  expect(otherLanguage(card("a", { language: "" }), "en", "en")).toBe("");
});
