import { expect, test } from "vitest";
import type { SlideView } from "@/protocol/kinds";
import type { Html } from "@/protocol/kinds/base";
import { partsOf } from "./parts";

const slide = (part: string): SlideView => ({
  id: part.toLowerCase() as SlideView["id"],
  part,
  title: "A slide",
  body: "" as Html,
  explanation: "" as Html,
  language: "en",
  kind: "content",
});

test("slides stand under their parts with the minutes of each part", () => {
  const parts = partsOf({ slides: ["A", "A", "B", "A"].map(slide), minutes: [1, 2.5, 3, 4] });
  expect(parts.map(({ name, minutes }) => [name, minutes])).toEqual([
    ["A", 3.5],
    ["B", 3],
    ["A", 4],
  ]);
  expect(parts.flatMap(({ slides }) => slides.map(({ number }) => number))).toEqual([1, 2, 3, 4]);
});
