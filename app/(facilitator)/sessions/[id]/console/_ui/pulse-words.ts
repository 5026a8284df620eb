/** A share that comes in steps of a tenth, as a whole number. */
export const tenthsOf = (share: number | undefined) => Math.round((share ?? 0) * 10);

/**
 * What the room asks for when more than a third of those who signal ask for it:
 * the larger wish, and of two equal ones the break.
 */
export function pulseHint([, slowDown = 0, needABreak = 0]: number[]): "slow-down" | "need-a-break" | null {
  if (Math.max(slowDown, needABreak) <= 1 / 3) return null;
  return needABreak >= slowDown ? "need-a-break" : "slow-down";
}
