import styles from "@/app/_ui/kinds/sort/split.module.css";

type Props = {
  /** How many put it into the first bin, the second, … */
  counts: number[];
  /** The right bin, once it is revealed. */
  right?: number | undefined;
  /** What was found before stands thinner below. */
  earlier?: number[] | undefined;
};

/** One bar, split by bins: a pattern and a number in each piece. The words stand beside it. */
export function Split({ counts, right, earlier }: Props) {
  return (
    <span className={styles.split} aria-hidden="true">
      <span className={styles.bar}>
        {counts.map((count, bin) => (
          <Piece key={`bin-${bin.toString()}`} bin={bin} count={count} right={bin === right} />
        ))}
      </span>
      {earlier && (
        <span className={`${styles.bar} ${styles.before}`}>
          {earlier.map((count, bin) => (
            <Piece key={`bin-${bin.toString()}`} bin={bin} count={count} right={false} />
          ))}
        </span>
      )}
    </span>
  );
}

function Piece({ bin, count, right }: { bin: number; count: number; right: boolean }) {
  if (count === 0) return null;
  return (
    <span className={styles.piece} data-bin={bin} style={{ flexGrow: count }}>
      <span className={styles.count}>
        {right && "✓ "}
        {count}
      </span>
    </span>
  );
}

/** What a bin looks like in the bars. */
export function Swatch({ bin }: { bin: number }) {
  return <span className={styles.swatch} data-bin={bin} aria-hidden="true" />;
}
