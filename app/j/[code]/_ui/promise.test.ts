import { createTranslator } from "next-intl";
import { expect, test } from "vitest";
import en from "@/app/_messages/en.json";
import es from "@/app/_messages/es.json";
import { promiseSentence } from "@/app/j/[code]/_ui/promise";
import type { SessionPromise } from "@/protocol/views";

function said(locale: "en" | "es", promise: SessionPromise): string {
  const { key, values } = promiseSentence(promise);
  const { promiseClosing, promiseLive } = (locale === "en" ? en : es).phone;
  return createTranslator({ locale, messages: { promiseClosing, promiseLive } })(key, values);
}

test("what is promised follows from what is set", () => {
  expect(said("en", { release: "closing", textDays: 90 })).toContain("Nobody can see who said what");
  expect(said("en", { release: "closing", textDays: 90 })).toContain("kept for 90 days");
  expect(said("en", { release: "closing", textDays: 1 })).toContain("kept for one day");
  expect(said("en", { release: "closing", textDays: 0 })).toContain("deleted when the class is over");
});

test("live results say what they give up, and promise nothing that they cannot keep", () => {
  const sentence = said("en", { release: "live", textDays: 30 });
  expect(sentence).not.toContain("Nobody can see");
  expect(sentence).toContain("could guess");
  expect(sentence).toContain("kept for 30 days");
});

test.each(["en", "es"] as const)("every setting has its own sentence in %s", (locale) => {
  const sentences = (["closing", "live"] as const).flatMap((release) =>
    [0, 1, 90].map((textDays) => said(locale, { release, textDays })),
  );
  expect(new Set(sentences).size).toBe(sentences.length);
});
