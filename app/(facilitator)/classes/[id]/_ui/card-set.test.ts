import { expect, test } from "vitest";
import * as placing from "@/app/dev/screens/placing-slides";
import * as slides from "@/app/dev/screens/room-slides";
import { cardSetOf, letterOf, openOptions, sheetsOf } from "./card-set";
import { mostSets, setsOf } from "./sets";

test("a set has the letters and numbers that its class needs, and no more", () => {
  const set = cardSetOf([
    slides.content,
    slides.choice,
    slides.words,
    slides.scale,
    placing.sort,
    placing.rank,
  ]);
  expect(set.letters).toBe(4);
  expect(set.points).toBe(5);
  expect(set.ranks).toEqual([placing.rank]);
  expect(set.prompts.map(({ kind }) => kind)).toEqual(["choice", "scale", "sort", "rank"]);
});

test("a class without closed prompts has no cards", () => {
  expect(cardSetOf([slides.content, slides.openSlide])).toEqual({
    letters: 0,
    points: 0,
    ranks: [],
    prompts: [],
  });
});

test("options that are named in the class get letters to write beside", () => {
  expect(cardSetOf([{ ...slides.choice, options: [] }]).letters).toBe(openOptions);
});

test("cards are cut from sheets of eight", () => {
  const cards = Array.from({ length: 12 }, (_, index) => letterOf(index));
  expect(sheetsOf(cards, 8)).toEqual([
    ["A", "B", "C", "D", "E", "F", "G", "H"],
    ["I", "J", "K", "L"],
  ]);
});

test("an address asks for one set, several, or nonsense", () => {
  expect([undefined, "6", "0", "-3", "many", "4000", ["2", "3"]].map(setsOf)).toEqual([
    1,
    6,
    1,
    1,
    1,
    mostSets,
    1,
  ]);
});
