import type { ClassLanguage, Deck } from "@/protocol/classes";
import type { Slide } from "@/protocol/kinds";

/** A class as it reads in one language; each slide says which language it is really in. */
export type Edition = Pick<Deck, "title" | "summary" | "handout" | "guide"> & {
  language: string;
  slides: Slide[];
  languageOf: (slideId: string) => string;
};

/** The class in this language, or in the nearest that it has; slides without a translation in its own (R60). */
export function editionOf(deck: Deck, wanted: string): Edition {
  const language = nearestLanguage(deck, wanted);
  const translated = Object.hasOwn(deck.translations, language) ? deck.translations[language] : undefined;
  if (!translated) return { ...deck, languageOf: () => deck.language };
  const has = (slideId: string) => Object.hasOwn(translated.slides, slideId);
  return {
    language,
    title: translated.title,
    summary: translated.summary,
    handout: translated.handout || deck.handout,
    guide: translated.guide || deck.guide,
    slides: deck.slides.map((slide) => (has(slide.id) ? (translated.slides[slide.id] as Slide) : slide)),
    languageOf: (slideId) => (has(slideId) ? language : deck.language),
  };
}

/** The language of the class that serves a reader of `wanted` best: the same, a sister, or its own. */
export function nearestLanguage(deck: Deck, wanted: string): string {
  const known = [deck.language, ...Object.keys(deck.translations)];
  const main = (tag: string) => tag.split("-")[0];
  return (
    known.find((tag) => tag === wanted) ?? known.find((tag) => main(tag) === main(wanted)) ?? deck.language
  );
}

/** The languages of a class, its own first, each with the titles of the slides that it lacks. */
export function languagesOf(deck: Deck): ClassLanguage[] {
  const others = Object.entries(deck.translations).map(([language, { slides }]) => ({
    language,
    missing: deck.slides.filter(({ id }) => !Object.hasOwn(slides, id)).map(({ title }) => title),
  }));
  return [{ language: deck.language, missing: [] }, ...others];
}
