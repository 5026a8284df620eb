import { readFileSync } from "node:fs";
import { createTranslator } from "next-intl";
import type { Language } from "@/protocol/limits";

/** The interface's own sentences, as a person with this language reads them. */
export type Words = (key: string, values?: Record<string, string | number>) => string;

export function wordsOf(locale: Language): Words {
  const file = new URL(`../../app/_messages/${locale}.json`, import.meta.url);
  const messages = JSON.parse(readFileSync(file, "utf8")) as Record<string, never>;
  // The keys are many and known at run time only: a wrong one throws.
  const translate = createTranslator({ locale, messages, onError: refuse }) as unknown as Words;
  return (key, values) => translate(key, values);
}

function refuse(error: Error): never {
  throw error;
}

/** What begins with this sentence: a control may say more after it. */
export const beginning = (sentence: string) => new RegExp(`^${sentence.replace(/[.?()]/g, "\\$&")}`);
