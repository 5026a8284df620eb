export type Cell = string | number | undefined;

/**
 * A table as RFC 4180 has it. The mark at its beginning tells Excel that it is
 * UTF-8; without it, every accent of a Spanish class would be broken.
 */
export function csvOf(rows: readonly (readonly Cell[])[]): string {
  return `\uFEFF${rows.map((row) => `${row.map(cellOf).join(",")}\r\n`).join("")}`;
}

function cellOf(cell: Cell): string {
  if (cell === undefined) return "";
  const text = typeof cell === "number" ? String(cell) : defused(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Whatever a parent typed must never run as a formula in a spreadsheet; some read the wide signs of East Asia too. */
function defused(text: string): string {
  return /^[=+\-@\t\r\n＝＋－＠]/.test(text) ? `'${text}` : text;
}
