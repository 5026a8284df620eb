import { expect, test } from "vitest";
import { bestOf, choicesOf, interfaceOf, ownName, sameLanguage } from "@/app/_client/followed";

test.each([
  ["es-MX,es;q=0.9,en;q=0.8", ["en", "es"], "es"],
  ["ar, en;q=0.5", ["en", "es"], "en"],
  ["en;q=0.4, ar;q=0.9", ["en", "ar"], "ar"],
  ["pt-PT, pt-BR;q=0.9", ["en", "pt-BR", "pt-PT"], "pt-PT"],
  ["pt", ["en", "pt-BR"], "pt-BR"],
  ["es;q=0, en;q=0.1", ["es", "en"], "en"],
  ["tr", ["en", "es"], undefined],
  ["*", ["en"], undefined],
  [";;q=,,", ["en"], undefined],
  [null, ["en"], undefined],
])("of %j a class in %j is followed in %j", (header, languages, best) => {
  expect(bestOf(header, languages)).toBe(best);
});

test("a parent chooses among the class's languages and those of the interface, each once", () => {
  expect(choicesOf(["ar", "es-MX"])).toEqual(["ar", "es-MX", "en"]);
  expect(choicesOf(["en", "es"])).toEqual(["en", "es"]);
});

test("the interface goes to the nearest language that it has, or stays", () => {
  expect(interfaceOf("es-MX")).toBe("es");
  expect(interfaceOf("ar")).toBeUndefined();
});

test("a language is named in itself, and an odd tag stays what it is", () => {
  expect(ownName("es")).toBe("Español");
  expect(ownName("ar")).toBe("العربية");
  expect(ownName("!")).toBe("!");
});

test("a regional kind of a language is that language", () => {
  expect(sameLanguage("es", "es-MX")).toBe(true);
  expect(sameLanguage("en", "es")).toBe(false);
});
