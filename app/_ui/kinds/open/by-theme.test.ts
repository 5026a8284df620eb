import { expect, test } from "vitest";
import { byTheme } from "@/app/_ui/kinds/open/by-theme";
import type { Card } from "@/protocol/kinds/open";

const card = (text: string, theme: string | null): Card => ({
  ...{ id: text as never, text, language: "", mark: "none", held: false },
  theme,
});

test("cards stand under their themes, and those in none come last", () => {
  const themes = [
    { id: "t1", name: "Sleep" },
    { id: "t2", name: "Nobody's" },
    { id: "t3", name: "Food" },
  ];
  const cards = [card("a", null), card("b", "t3"), card("c", "t1"), card("d", "gone"), card("e", "t1")];
  expect(
    byTheme(cards, themes).map(({ theme, cards }) => [theme?.name, cards.map(({ text }) => text)]),
  ).toEqual([
    ["Sleep", ["c", "e"]],
    ["Food", ["b"]],
    [undefined, ["a", "d"]],
  ]);
  expect(byTheme([], themes)).toEqual([]);
});
