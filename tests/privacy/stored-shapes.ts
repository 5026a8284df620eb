import { z } from "zod";

type Shape = {
  type?: string;
  properties?: Record<string, Shape>;
  additionalProperties?: Shape | boolean;
  items?: Shape;
  anyOf?: Shape[];
  oneOf?: Shape[];
  allOf?: Shape[];
};

/** Every field of a JSON document as its schema has it, each as a path: `prompts.*.phase`, `undo[].step`. */
export function fieldsOf(schema: z.ZodType): string[] {
  const shape = z.toJSONSchema(schema, { io: "output", unrepresentable: "any", reused: "inline" }) as Shape;
  return [...new Set(walk(shape, ""))].sort();
}

function walk(shape: Shape, path: string): string[] {
  const variants = [shape.anyOf, shape.oneOf, shape.allOf].flatMap((some) => some ?? []);
  const below = (name: string) => (path ? `${path}.${name}` : name);
  const deeper = [
    ...variants.flatMap((variant) => walk(variant, path)),
    ...Object.entries(shape.properties ?? {}).flatMap(([name, field]) => walk(field, below(name))),
    ...(typeof shape.additionalProperties === "object" ? walk(shape.additionalProperties, below("*")) : []),
    ...(shape.items ? walk(shape.items, `${path}[]`) : []),
  ];
  const isLeaf = deeper.length === 0 && shape.type !== "null";
  // A document of any shape would be a list of nothing.
  const isOpen =
    shape.additionalProperties === true ||
    (isLeaf && shape.type === undefined && !("const" in shape) && !("enum" in shape));
  return isOpen ? [...deeper, `${path} (anything)`] : isLeaf ? [path] : deeper;
}

/**
 * What stands in `sessions.state`, field by field, each looked at: none of them
 * names a phone, and none tells when, or in which order, phones answered.
 */
export const stateFields = [
  "arrivedAt", // when the room came to the slide
  "blank",
  "endedAt",
  "groups.*", // the theme of a card, by the card's random id
  "hands.*.counts[]", // as the facilitator counted them
  "hands.*.kind",
  "hands.*.orders[].order[]",
  "hands.*.orders[].voices",
  "hands.*.scenarios[][]",
  "hands.*.statements[][]",
  "hands.*.voices",
  "index",
  "language", // of the screen and the console
  "marks.*", // by a card's random id, or by a word
  "minimum",
  "prompts.*.closedAt", // a step of the facilitator, or the end of a timer
  "prompts.*.options[].id",
  "prompts.*.options[].picture.alt",
  "prompts.*.options[].picture.src",
  "prompts.*.options[].text",
  "prompts.*.phase",
  "prompts.*.rhythm.hold",
  "prompts.*.rhythm.in",
  "prompts.*.rhythm.out",
  "prompts.*.rhythm.rest",
  "prompts.*.round",
  "prompts.*.shown",
  "questionsShown",
  "release",
  "settings.approve",
  "settings.filter",
  "settings.grace",
  "settings.questions",
  "startedAt",
  "status",
  "step",
  "support[].name", // contacts that the facilitator set
  "support[].note",
  "support[].phone",
  "support[].url",
  "themes.*[].id",
  "themes.*[].name",
  "timer.closesPrompt",
  "timer.endsAt",
  "timer.startsAt",
  "undo[].step",
  "visits.*", // how long the room was at a slide
];

/** What stands in `responses.value` and `released`: what was answered, and of a free text its language. */
export const answerFields = [
  "bins.*",
  "kind",
  "language",
  "options[]",
  "order[]",
  "places.*",
  "ratings.*",
  "text",
  "words[]",
];
