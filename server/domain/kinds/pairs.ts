/** What was chosen for each statement, as one part each: `<statement>/<answer>`. */
export const pairsOf = (answers: Record<string, string | number>): string[] =>
  Object.entries(answers).map(([statement, answer]) => `${statement}/${answer}`);
