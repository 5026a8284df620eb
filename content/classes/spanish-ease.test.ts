import { expect, test } from "vitest";
import { spanishEase, syllablesOf } from "./spanish-ease";

test.each([
  ["casa", 2],
  ["bebé", 2],
  ["que", 1],
  ["quiere", 2],
  ["guía", 2],
  ["vergüenza", 3],
  ["vuelve", 2],
  ["leer", 2],
  ["baúl", 2],
  ["ahora", 3],
  ["ciudad", 2],
  ["muy", 1],
  ["ayuda", 3],
  ["leíais", 3],
  ["y", 1],
  ["suficientemente", 6],
])("%s has %i syllables", (word, count) => {
  expect(syllablesOf(word)).toBe(count);
});

test("the measure tells plain Spanish from officialese", () => {
  expect(spanishEase(["Tu bebé llora. Tú vas. Ya no llora."])).toBeGreaterThan(80);
  expect(
    spanishEase([
      "La autorregulación fisiológica se establece mediante la sincronización con las figuras cuidadoras principales durante la primera infancia.",
    ]),
  ).toBeLessThan(20);
});
