/** The value below which this share of them lies; of few values the nearest one. */
export function quantile(values: number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

export const median = (values: number[]) => quantile(values, 0.5);

export const sum = (values: number[]) => values.reduce((all, one) => all + one, 0);

type Point = { x: number; y: number };

/** The straight line that lies nearest to the points: where it begins, and how it rises. */
export function line(points: Point[]): { begin: number; rise: number } {
  const middle = {
    x: sum(points.map(({ x }) => x)) / points.length,
    y: sum(points.map(({ y }) => y)) / points.length,
  };
  const across = sum(points.map(({ x, y }) => (x - middle.x) * (y - middle.y)));
  const rise = across / sum(points.map(({ x }) => (x - middle.x) ** 2));
  return { begin: middle.y - rise * middle.x, rise };
}

/** The exponent with which `y` grows with `x`: the slope of the straight line through their logarithms. */
export const growth = (points: Point[]): number =>
  line(points.map(({ x, y }) => ({ x: Math.log(x), y: Math.log(y) }))).rise;

/** Milliseconds by the machine's one clock that only goes forward, the same in every process. */
export const clock = () => Number(process.hrtime.bigint()) / 1e6;
