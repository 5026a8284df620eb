import type { PromptRules } from "@/server/domain/kinds";

/** Only that somebody is done: what was written never leaves the phone (R49). */
export const reflectRules: PromptRules<"reflect"> = {
  freeText: false,
  accept: () => ({ kind: "reflect" }),
  parts: () => [],
  tally: (_slide, { responses }) => ({ kind: "reflect", responses }),
  view: ({ starter, intention }, base) => ({ ...base, kind: "reflect", starter, intention }),
  fromHands: (_slide, { voices }) =>
    voices > 0 ? Array.from({ length: voices }, () => ({ kind: "reflect" as const })) : undefined,
};
