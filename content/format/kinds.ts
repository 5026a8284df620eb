import type { Kind, PromptKind, SlideOf } from "@/protocol/kinds";
import type { promptBase, slideBase } from "@/protocol/kinds/base";
import type { Fields } from "./fields";
import { choice } from "./kinds/choice";
import { continuum } from "./kinds/continuum";
import { open } from "./kinds/open";
import { pair } from "./kinds/pair";
import { pause } from "./kinds/pause";
import { rank } from "./kinds/rank";
import { reflect } from "./kinds/reflect";
import { scale } from "./kinds/scale";
import { sort } from "./kinds/sort";
import { words } from "./kinds/words";

/** A slide without a fenced block is content; every other kind is named by its block. */
export type FencedKind = Exclude<Kind, "content">;

/** What a kind adds to a slide. */
export type Own<K extends Kind> = Omit<SlideOf<K>, keyof typeof slideBase | keyof typeof promptBase | "kind">;

/** How a kind is written inside its fenced block. */
export type KindFormat<K extends Kind> = {
  /** Undefined once something was reported. */
  read: (fields: Fields) => Own<K> | undefined;
  /** The fields as YAML holds them, without those that would be read so anyway. */
  print: (own: Own<K>) => Record<string, unknown>;
};

export const kindFormats: { [K in FencedKind]: KindFormat<K> } = {
  choice,
  sort,
  scale,
  continuum,
  words,
  open,
  rank,
  reflect,
  pause,
  pair,
};

export function isFencedKind(name: string): name is FencedKind {
  return Object.hasOwn(kindFormats, name);
}

const untimed: Record<PromptKind, true> = {
  choice: true,
  sort: true,
  scale: true,
  continuum: true,
  words: true,
  open: true,
  rank: true,
  reflect: true,
};

/** Whether slides of this kind ask for answers, and so can have rounds and be compared. */
export function asksForAnswers(kind: string): kind is PromptKind {
  return Object.hasOwn(untimed, kind);
}
