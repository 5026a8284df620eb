import type { Figure, Goal } from "@/tests/bench/figures";

const heads = ["figure", "at", "Attune", "beside it", "ratio", "spread", "goal", ""];

/** The figures as text in columns, for a terminal. */
export function printed(figures: Figure[]): string {
  const lines = [heads, ...figures.map(cells)];
  const widths = heads.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  const row = (line: string[]) => line.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  ");
  return lines.map((line) => row(line).trimEnd()).join("\n");
}

/** The same as a Markdown table. */
export function markdown(figures: Figure[]): string {
  const row = (line: string[]) => `| ${line.map((cell) => cell.replace("<", "\\<")).join(" | ")} |`;
  return [row(heads), row(heads.map(() => "---")), ...figures.map((figure) => row(cells(figure)))].join("\n");
}

function cells(figure: Figure): string[] {
  const { unit, beside, other, ratio, spread, goal, met } = figure;
  return [
    figure.figure,
    figure.at,
    withUnit(figure.attune, unit),
    beside === null || other === null ? "" : `${withUnit(other, unit)} (${beside})`,
    ratio === null ? "" : short(ratio),
    `${short(spread[0])} to ${short(spread[1])}`,
    goal ? wanted(goal) : "",
    met === null ? "" : met ? "met" : "not met",
  ];
}

function wanted({ of, atMost, atLeast }: Goal): string {
  const times = of === "ratio" ? " ×" : "";
  return atMost === undefined ? `at least ${atLeast}${times}` : `at most ${atMost}${times}`;
}

const withUnit = (value: number, unit: string) => `${short(value)} ${unit}`.trim();

/** Three figures that count. */
export function short(value: number): string {
  if (Math.abs(value) >= 100) return Math.round(value).toLocaleString("en-US");
  return String(Number(value.toPrecision(3)));
}
