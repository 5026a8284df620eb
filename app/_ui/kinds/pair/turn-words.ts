/** From here on, in ms, nobody is counted down: a sentence may be finished in peace. */
export const calmFrom = 10_000;

/** What is said of a turn: the names of its words. */
export function turnWords(turn: number, turns: number): { title: string; text: string | null } {
  if (turns === 1) return { title: "pair.together", text: null };
  if (turn === 0) return { title: "pair.first", text: "pair.firstText" };
  return { title: "pair.swap", text: "pair.swapText" };
}
