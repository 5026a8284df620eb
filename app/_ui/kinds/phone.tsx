import { choicePhone } from "@/app/_ui/kinds/choice/phone";
import { contentPhone } from "@/app/_ui/kinds/content/phone";
import { openPhone } from "@/app/_ui/kinds/open/phone";
import type { PhoneKind, PromptPieces } from "@/app/_ui/kinds/phone-pieces";
import { scalePhone } from "@/app/_ui/kinds/scale/phone";
import { wordsPhone } from "@/app/_ui/kinds/words/phone";
import type { Kind, PromptKind, SlideView, SlideViewOf } from "@/protocol/kinds";

const kinds: { [K in Kind]: PhoneKind<K> } = {
  content: contentPhone,
  choice: choicePhone,
  scale: scalePhone,
  words: wordsPhone,
  open: openPhone,
};

export type PromptSlide = SlideViewOf<PromptKind>;

/** The slide, when it is one that asks for responses. */
export function promptSlide(slide: SlideView | null): PromptSlide | null {
  return slide && kinds[slide.kind] ? (slide as PromptSlide) : null;
}

/**
 * The pieces of a slide's kind. They are typed for any of the kinds, which the
 * record itself holds together: a slide and its response are of the same one.
 */
export function piecesOf(slide: PromptSlide): PromptPieces<PromptKind> {
  return kinds[slide.kind] as unknown as PromptPieces<PromptKind>;
}
