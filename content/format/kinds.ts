import type { Kind, SlideOf } from "@/protocol/kinds";
import type { slideBase } from "@/protocol/kinds/base";
import type { Fields } from "./fields";
import { choice } from "./kinds/choice";
import { open } from "./kinds/open";
import { scale } from "./kinds/scale";
import { words } from "./kinds/words";

/** A slide without a fenced block is content; every other kind is named by its block. */
export type FencedKind = Exclude<Kind, "content">;

/** What a kind adds to a slide. */
export type Own<K extends Kind> = Omit<SlideOf<K>, keyof typeof slideBase | "kind">;

/** How a kind is written inside its fenced block. */
export type KindFormat<K extends Kind> = {
  /** Undefined once something was reported. */
  read: (fields: Fields) => Own<K> | undefined;
  /** The fields as YAML holds them, without those that would be read so anyway. */
  print: (own: Own<K>) => Record<string, unknown>;
};

export const kindFormats: { [K in FencedKind]: KindFormat<K> } = { choice, scale, words, open };

export function isFencedKind(name: string): name is FencedKind {
  return Object.hasOwn(kindFormats, name);
}
