import { randomBytes } from "node:crypto";
import type { CommandInput } from "@/protocol/commands";
import { promptId as promptIdOf } from "@/protocol/ids";
import type { ResponseValue, Slide, SlideView } from "@/protocol/kinds";

/** One phone's choice, as it is sent. */
export function answerInput(promptId: string, options: string[], n: number): CommandInput<"response:submit"> {
  const chosen = options[n % options.length] ?? "";
  return {
    promptId: promptIdOf.parse(promptId),
    token: randomBytes(32).toString("hex"),
    value: { kind: "choice", options: [chosen] } as ResponseValue,
  };
}

const texts = [
  "We sang in the car and everyone was calmer.",
  "I said sorry after I shouted.",
  "Sat on the floor with her until it passed, and nobody said a word for a while.",
  "Five minutes of just us before dinner.",
];
const words = ["tired", "curious", "late", "hopeful", "calm", "hungry", "glad"];

/** What the nth phone answers to a slide; nothing to one that asks for nothing. */
export function answerTo(slide: Slide | SlideView, n: number): ResponseValue | undefined {
  const turn = <T>(from: readonly T[], by = 0): T => from[(n + by) % from.length] as T;
  switch (slide.kind) {
    case "choice":
      return { kind: "choice", options: [turn(slide.options).id] };
    case "sort":
      return {
        kind: "sort",
        bins: Object.fromEntries(slide.statements.map(({ id }, by) => [id, turn(slide.bins, by).id])),
      };
    case "scale":
      return {
        kind: "scale",
        ratings: Object.fromEntries(
          slide.statements.map(({ id }, by) => [id, 1 + ((n + by) % slide.points)]),
        ),
      };
    case "continuum":
      return {
        kind: "continuum",
        places: Object.fromEntries(slide.scenarios.map(({ id }, by) => [id, (n * 17 + by * 29) % 101])),
      };
    case "words":
      return { kind: "words", words: [turn(words), turn(words, 3)] };
    case "open":
      return { kind: "open", text: turn(texts), language: "en" };
    case "rank":
      return { kind: "rank", order: slide.items.map((_, by) => turn(slide.items, by).id) };
    case "reflect":
      return { kind: "reflect" };
    case "content":
    case "pause":
    case "pair":
      return undefined;
  }
}
