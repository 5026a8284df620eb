import { z } from "zod";
import { partId } from "@/protocol/ids";
import { limits } from "@/protocol/limits";

const voices = z.number().int().min(0).max(limits.voices);
const row = z.array(voices).max(limits.options);

/**
 * Hands that the facilitator counted for parents without a phone, per closed
 * kind, in the order of the slide. `voices` is how many people raised one.
 */
export const hands = z.discriminatedUnion("kind", [
  /** Hands per option. */
  z.object({ kind: z.literal("choice"), voices, counts: row }),
  /** Per statement: hands per bin, which add up to `voices`. */
  z.object({ kind: z.literal("sort"), voices, statements: z.array(row).max(limits.sortStatements) }),
  /** Per statement: hands per point, which add up to `voices`. */
  z.object({ kind: z.literal("scale"), voices, statements: z.array(row).max(limits.statements) }),
  /** Per scenario: hands per zone, which add up to `voices`. */
  z.object({ kind: z.literal("continuum"), voices, scenarios: z.array(row).max(limits.scenarios) }),
  /** Whole orders, each with the number of people who laid their cards so. */
  z.object({
    kind: z.literal("rank"),
    orders: z
      .array(z.object({ order: z.array(partId).min(2).max(limits.rankItems), voices }))
      .max(limits.voices),
  }),
  /** How many are done. */
  z.object({ kind: z.literal("reflect"), voices }),
]);
export type Hands = z.infer<typeof hands>;
export type HandsKind = Hands["kind"];
export type HandsOf<K extends HandsKind> = Extract<Hands, { kind: K }>;
