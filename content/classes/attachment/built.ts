import { loadBuiltInClasses } from "@/content/load";
import type { Deck } from "@/protocol/classes";
import type { Kind, Slide, SlideOf } from "@/protocol/kinds";

/** The class as the server takes it in, with its pictures, handout and guide. */
export async function attachmentClass(): Promise<Deck> {
  const found = (await loadBuiltInClasses()).find(({ deck }) => deck.slug === "attachment");
  if (!found) throw new Error("The attachment class is not there.");
  return found.deck;
}

export function slidesOf<K extends Kind>(deck: Deck, kind: K): SlideOf<K>[] {
  return deck.slides.filter((slide): slide is SlideOf<K> => slide.kind === kind);
}

export function slideCalled<K extends Kind>(deck: Deck, id: string, kind: K): SlideOf<K> {
  const slide = deck.slides.find((one): one is SlideOf<K> & Slide => one.id === id && one.kind === kind);
  if (!slide) throw new Error(`The class has no ${kind} called ${id}.`);
  return slide;
}
