/**
 * The sizes that a slide on the projector may take, largest first, in units of a
 * 1080-line page. The last ones are below what reads well from the back row: they
 * are for text that would otherwise be cut off.
 */
export const fitSteps = [
  { title: 104, text: 52 },
  { title: 96, text: 46 },
  { title: 88, text: 42 },
  { title: 80, text: 38 },
  { title: 76, text: 34 },
  { title: 72, text: 31 },
  { title: 72, text: 28 },
  { title: 60, text: 24 },
  { title: 48, text: 20 },
  { title: 40, text: 16 },
] as const;

/** The first step that fits, else the last. `fits` tries a step out. */
export function settle(steps: number, fits: (step: number) => boolean): number {
  for (let step = 0; step < steps - 1; step++) if (fits(step)) return step;
  if (steps > 0) fits(steps - 1);
  return Math.max(0, steps - 1);
}
