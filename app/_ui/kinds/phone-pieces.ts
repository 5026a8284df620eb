import type { ComponentType } from "react";
import type { Kind, PromptKind, ResponseOf, SlideViewOf, TallyOf } from "@/protocol/kinds";

/** The language of the slide's words, which need not be that of the page around them. */
export type Said = { lang: string; dir: "ltr" | "rtl" };

/** What an answer still lacks: the name of its sentence, and of the field to go to. */
export type Lack = { message: string; values?: Record<string, number>; field: string };

export type FieldsProps<K extends PromptKind> = {
  slide: SlideViewOf<K>;
  initial: ResponseOf<K> | null;
  said: Said;
  /** The id of the sentence that says what is lacking, when one is. */
  lackId: string | undefined;
};
export type OwnProps<K extends PromptKind> = { slide: SlideViewOf<K>; value: ResponseOf<K>; said: Said };
export type ResultsProps<K extends PromptKind> = {
  slide: SlideViewOf<K>;
  results: TallyOf<K>;
  own: ResponseOf<K> | null;
  said: Said;
};

/** What the phone needs of a kind that asks for responses. */
export type PromptPieces<K extends PromptKind> = {
  /** The fields of the form, left to the browser: what is typed before the script came stays. */
  Fields: ComponentType<FieldsProps<K>>;
  /** What stands in the fields, tidied; it may be incomplete. */
  read: (form: FormData, slide: SlideViewOf<K>) => ResponseOf<K>;
  empty: (value: ResponseOf<K>) => boolean;
  lack: (value: ResponseOf<K>, slide: SlideViewOf<K>) => Lack | null;
  /** One's own answer, to read again. */
  Own: ComponentType<OwnProps<K>>;
  /** The released results, with one's own answer marked where it can be told. */
  Results: ComponentType<ResultsProps<K>>;
  /** Whether the results always show which answer is one's own. */
  marksOwn: boolean;
};

/** A kind without responses has nothing but its title and body. */
export type PhoneKind<K extends Kind> = K extends PromptKind ? PromptPieces<K> : null;
