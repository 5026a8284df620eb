import { type Line, spanOf } from "@/app/_ui/kinds/continuum/line";
import styles from "@/app/_ui/kinds/continuum/strip.module.css";
import type { TallyOf } from "@/protocol/kinds";

type Found = TallyOf<"continuum">["scenarios"][number];
type Props = {
  line: Line;
  found: Found;
  /** What was found before stands as a quieter line below. */
  earlier?: Found | undefined;
  mine?: number | undefined;
};

/** Where the room placed one scenario: a column per stretch of the line, below it the middle half and the median. */
export function Strip({ line, found, earlier, mine }: Props) {
  const most = Math.max(1, ...found.density);
  return (
    <span className={styles.strip} aria-hidden="true">
      <span className={styles.field}>
        <Zones line={line} />
        <span className={styles.columns}>
          {found.density.map((count, stretch) => (
            <span key={`stretch-${stretch.toString()}`} style={{ blockSize: `${(100 * count) / most}%` }} />
          ))}
        </span>
        {mine !== undefined && <span className={styles.mine} style={{ insetInlineStart: `${mine}%` }} />}
      </span>
      <Middle found={found} />
      {earlier && (
        <span className={styles.earlier}>
          <Middle found={earlier} />
        </span>
      )}
    </span>
  );
}

function Middle({ found: { lower, median, upper } }: { found: Found }) {
  return (
    <span className={styles.middle}>
      <span
        className={styles.half}
        style={{ insetInlineStart: `${lower}%`, inlineSize: `${upper - lower}%` }}
      />
      <span className={styles.median} style={{ insetInlineStart: `${median}%` }} />
    </span>
  );
}

/** The zones as they lie on the line, told apart by colour and pattern. */
export function Zones({ line }: { line: Line }) {
  return line.zones.map((zone, index) => {
    const { from, to } = spanOf(line, index);
    return (
      <span
        key={zone.id}
        className={styles.zone}
        data-zone={index}
        style={{ insetInlineStart: `${from}%`, inlineSize: `${to - from}%` }}
      />
    );
  });
}

/** What a zone looks like on the line. */
export function ZoneSwatch({ zone }: { zone: number }) {
  return <span className={styles.swatch} data-zone={zone} aria-hidden="true" />;
}
