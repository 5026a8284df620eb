import { describe, expect, it } from "vitest";
import { sizeWords } from "@/app/_ui/kinds/words/sizes";

const word = (text: string, count: number) => ({ text, count });

describe("sizeWords", () => {
  it("gives the most frequent word the largest size and keeps the order", () => {
    const sized = sizeWords([word("safe", 9), word("calm", 4), word("tired", 1)]);
    expect(sized.map((w) => w.text)).toEqual(["safe", "calm", "tired"]);
    expect(sized.map((w) => w.size)).toEqual([2.6, 1.8, 1]);
  });

  it("shows equal words equally large", () => {
    const sized = sizeWords([word("a", 2), word("b", 2)]);
    expect(new Set(sized.map((w) => w.size)).size).toBe(1);
  });

  it("keeps the most frequent when there are too many", () => {
    const sized = sizeWords([word("rare", 1), word("often", 5), word("some", 3)], 2);
    expect(sized.map((w) => w.text)).toEqual(["often", "some"]);
  });

  it("is empty for no words", () => {
    expect(sizeWords([])).toEqual([]);
  });
});
