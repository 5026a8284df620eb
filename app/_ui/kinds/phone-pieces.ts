import type { ComponentType, ReactNode } from "react";
import type { OwnResponse } from "@/app/_client/notebook";
import type { Running } from "@/app/_ui/kinds/timed-props";
import type { Kind, PromptKind, ResponseOf, SlideViewOf, TallyOf, TimedKind } from "@/protocol/kinds";
import type { PhoneView } from "@/protocol/views";

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
  /** For a kind that is no form to be sent: draws the prompt in its place. */
  Whole?: ComponentType<WholeProps<K>>;
};

export type WholeProps<K extends PromptKind> = {
  slide: SlideViewOf<K>;
  prompt: NonNullable<PhoneView["prompt"]>;
  own: OwnResponse | undefined;
  said: Said;
  /** Whether the page can keep and send. */
  ready: boolean;
  /** The strip within the thumb's reach. */
  foot: (children: ReactNode) => ReactNode;
  /** Keeps the slide's words with the phone's own things, so that they can be read again. */
  onKeep: () => void;
  onSubmit: (value: ResponseOf<K>) => void;
};

export type TimedProps<K extends TimedKind> = {
  slide: SlideViewOf<K>;
  running: Running;
  /** The strip within the thumb's reach. */
  foot: (children: ReactNode) => ReactNode;
};
/** What the phone needs of a kind that the room does together for a set time. */
export type TimedPieces<K extends TimedKind> = { Timed: ComponentType<TimedProps<K>> };

/** A kind without responses and without time has nothing but its title and body. */
export type PhoneKind<K extends Kind> = K extends PromptKind
  ? PromptPieces<K>
  : K extends TimedKind
    ? TimedPieces<K>
    : null;
