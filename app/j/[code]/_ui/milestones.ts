/** The few moments at which the time left is said aloud, in seconds. */
export const milestones = [60, 30, 10, 0] as const;

/** The last milestone that has been reached, or null before the first. */
export function milestoneAt(ms: number): (typeof milestones)[number] | null {
  const seconds = Math.ceil(ms / 1000);
  return milestones.findLast((milestone) => seconds <= milestone) ?? null;
}
