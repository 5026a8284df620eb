/**
 * Turns counted hands into one row per voice. `groups` holds, per statement, how
 * many hands each of its answers got; a row takes one answer of each statement.
 * Which answers of different statements meet in a row is arbitrary: only sums are
 * ever shown. Undefined when a statement's hands do not add up to `voices`.
 */
export function rowsOfHands(
  groups: number[][],
  voices: number,
  shape: { statements: number; answers: number },
): number[][] | undefined {
  if (voices === 0 || groups.length !== shape.statements) return undefined;
  const columns = groups.map((counts) =>
    counts.flatMap((count, answer) => Array<number>(count).fill(answer)),
  );
  const fits = groups.every((counts) => counts.length === shape.answers);
  if (!fits || columns.some((column) => column.length !== voices)) return undefined;
  return Array.from({ length: voices }, (_, voice) => columns.map((column) => column[voice] as number));
}
