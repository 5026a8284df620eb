/** As many sets as one pile of paper should hold. */
export const mostSets = 40;

/** How many sets of cards an address asks for. */
export function setsOf(asked: string | string[] | undefined): number {
  const number = Number.parseInt(typeof asked === "string" ? asked : "", 10);
  return Number.isNaN(number) ? 1 : Math.min(Math.max(number, 1), mostSets);
}
