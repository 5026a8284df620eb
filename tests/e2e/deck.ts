import { loadBuiltInClasses } from "@/content/load";
import type { Deck } from "@/protocol/classes";
import type { Kind, Slide, SlideOf } from "@/protocol/kinds";

/** The built-in class, as its file says it. */
export async function attachmentClass(): Promise<Deck> {
  const found = (await loadBuiltInClasses()).find(({ deck }) => deck.slug === "attachment");
  if (!found) throw new Error("The attachment class is not there.");
  return found.deck;
}

/** The slide with this id, which must be of this kind. */
export function slideIn<K extends Kind>(deck: Deck, id: string, kind: K): SlideOf<K> {
  const slide = deck.slides.find((one) => one.id === id);
  if (slide?.kind !== kind) throw new Error(`The class has no ${kind} called ${id}.`);
  return slide as SlideOf<K>;
}

/** The slide as a phone in this language shows it: where it is not translated, in the class's own. */
export function inLanguage<S extends Slide>(deck: Deck, slide: S, language: string): S {
  const translated = deck.translations[language]?.slides[slide.id];
  if (translated?.kind !== slide.kind) return slide;
  // The themes of a vote are the room's own words, in whatever language.
  return { ...translated, ...(slide.kind === "choice" && slide.from && { options: slide.options }) } as S;
}

/** The items of the list in a body, as they are read. */
export function itemsOf(html: string): string[] {
  return [...html.matchAll(/<li>([\s\S]*?)<\/li>/g)].map(([, item]) => textOf(item ?? ""));
}

export function textOf(html: string): string {
  return html
    .replace(/<[^>]+>/g, "")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&")
    .replace(/\s+/g, " ")
    .trim();
}
