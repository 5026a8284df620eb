import type { Hands, HandsKind } from "@/protocol/hands";
import type { Slide, SlideOf } from "@/protocol/kinds";
import { limits } from "@/protocol/limits";

export type HandsSlide = SlideOf<HandsKind>;
/** One thing that hands are counted for, and the answers that they can be raised for. */
export type Question = { id: string; text: string; answers: { id: string; text: string }[] };
export type Order = { order: string[]; voices: number };
/** Counted hands while they are typed: every number may still be wrong. */
export type Draft = { voices: number; rows: number[][]; orders: Order[] };
/** Whether a row's hands add up, and how many are missing or too many. */
export type Sum = { is: "fits" | "missing" | "over" | "tooMany"; by: number };

const counted: readonly string[] = ["choice", "sort", "scale", "continuum", "rank", "reflect"];

export function takesHands(slide: Slide | null): slide is HandsSlide {
  return slide !== null && counted.includes(slide.kind);
}

/** What hands are counted for, in the order of the slide; nothing where people are merely done or lay an order. */
export function questionsOf(slide: HandsSlide): Question[] {
  switch (slide.kind) {
    case "choice":
      return [{ id: slide.id, text: "", answers: slide.options }];
    case "sort":
      return slide.statements.map(({ id, text }) => ({ id, text, answers: slide.bins }));
    case "scale":
      return slide.statements.map(({ id, text }) => ({ id, text, answers: pointsOf(slide) }));
    case "continuum":
      return slide.scenarios.map(({ id, text }) => ({ id, text, answers: slide.zones }));
    case "rank":
    case "reflect":
      return [];
  }
}

function pointsOf({ points, low, high }: SlideOf<"scale">) {
  return Array.from({ length: points }, (_, index) => {
    const end = index === 0 ? ` ${low}` : index === points - 1 ? ` ${high}` : "";
    return { id: String(index + 1), text: `${index + 1}${end}` };
  });
}

/** What was entered before, or nothing yet. */
export function draftOf(slide: HandsSlide, hands: Hands | null): Draft {
  const had = hands?.kind === slide.kind ? hands : null;
  const before = had ? rowsOf(had) : [];
  return {
    voices: had && "voices" in had ? had.voices : 0,
    rows: questionsOf(slide).map(({ answers }, row) => answers.map((_, at) => before[row]?.[at] ?? 0)),
    orders: had?.kind === "rank" ? had.orders : [],
  };
}

function rowsOf(hands: Hands): number[][] {
  if (hands.kind === "choice") return [hands.counts];
  if (hands.kind === "sort" || hands.kind === "scale") return hands.statements;
  return hands.kind === "continuum" ? hands.scenarios : [];
}

export function handsOf(slide: HandsSlide, { voices, rows, orders }: Draft): Hands {
  switch (slide.kind) {
    case "choice":
      return { kind: "choice", voices, counts: rows[0] ?? [] };
    case "sort":
      return { kind: "sort", voices, statements: rows };
    case "scale":
      return { kind: "scale", voices, statements: rows };
    case "continuum":
      return { kind: "continuum", voices, scenarios: rows };
    case "rank":
      return { kind: "rank", orders };
    case "reflect":
      return { kind: "reflect", voices };
  }
}

/** How many people a draft speaks for. */
export function voicesOf(slide: HandsSlide, draft: Draft): number {
  return slide.kind === "rank" ? draft.orders.reduce((sum, { voices }) => sum + voices, 0) : draft.voices;
}

/** Every person answers each question once, or up to `pick` times where several answers are allowed. */
export function sumOf(slide: HandsSlide, voices: number, row: number[]): Sum {
  const sum = row.reduce((total, count) => total + count, 0);
  const most = slide.kind === "choice" ? voices * slide.pick : voices;
  const tallest = Math.max(0, ...row);
  if (sum > most) return { is: "over", by: sum - most };
  if (tallest > voices) return { is: "tooMany", by: tallest - voices };
  return sum < voices ? { is: "missing", by: voices - sum } : { is: "fits", by: 0 };
}

export function isReady(slide: HandsSlide, draft: Draft): boolean {
  const voices = voicesOf(slide, draft);
  if (voices < 1 || voices > limits.voices) return false;
  return draft.rows.every((row) => sumOf(slide, voices, row).is === "fits");
}

export function withCount(draft: Draft, row: number, at: number, count: number): Draft {
  return {
    ...draft,
    rows: draft.rows.map((counts, index) =>
      index === row ? counts.map((before, place) => (place === at ? count : before)) : counts,
    ),
  };
}

/** The same order twice is one order of more people. */
export function withOrder(draft: Draft, order: string[], voices: number): Draft {
  const same = (other: Order) => other.order.join(" ") === order.join(" ");
  if (!draft.orders.some(same)) return { ...draft, orders: [...draft.orders, { order, voices }] };
  return {
    ...draft,
    orders: draft.orders.map((each) => (same(each) ? { ...each, voices: each.voices + voices } : each)),
  };
}

/** Moves what stands at `at` by one place, up (-1) or down (1). */
export function moved<T>(list: readonly T[], at: number, by: -1 | 1): T[] {
  const next = [...list];
  const [piece] = next.splice(at, 1);
  if (piece === undefined || at + by < 0 || at + by > next.length) return [...list];
  next.splice(at + by, 0, piece);
  return next;
}
