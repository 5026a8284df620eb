/** The value below which this share of them lies; of few values the nearest one. */
export function quantile(values: number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

export const median = (values: number[]) => quantile(values, 0.5);

export const sum = (values: number[]) => values.reduce((all, one) => all + one, 0);

/** The exponent with which `y` grows with `x`: the slope of the straight line through their logarithms. */
export function growth(points: { x: number; y: number }[]): number {
  const logs = points.map(({ x, y }) => ({ x: Math.log(x), y: Math.log(y) }));
  const middle = {
    x: sum(logs.map(({ x }) => x)) / logs.length,
    y: sum(logs.map(({ y }) => y)) / logs.length,
  };
  const across = sum(logs.map(({ x, y }) => (x - middle.x) * (y - middle.y)));
  return across / sum(logs.map(({ x }) => (x - middle.x) ** 2));
}

/** Milliseconds by the machine's one clock that only goes forward, the same in every process. */
export const clock = () => Number(process.hrtime.bigint()) / 1e6;
