import { createTranslator } from "next-intl";
import { getLocale } from "next-intl/server";
import { type Language, languages } from "@/protocol/limits";

/** Says what stands on the cards: in the language of their class where we speak it, since parents read it. */
export type CardWords = { language: string; say: (key: string) => string };

export async function cardWords(language: string): Promise<CardWords> {
  const main = language.split("-", 1)[0];
  const spoken = languages.find((one) => one === main) ?? ((await getLocale()) as Language);
  const { default: messages } = await import(`@/app/_messages/${spoken}.json`);
  return {
    language: spoken,
    say: createTranslator({ locale: spoken, messages, namespace: "classes.cards" }),
  };
}
