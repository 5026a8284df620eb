import type { KindFormat } from "@/content/format/kinds";

/** A block without fields: the slide's own text is the question. */
export const open: KindFormat<"open"> = {
  read: () => ({}),
  print: () => ({}),
};
