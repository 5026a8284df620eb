import { useTranslations } from "next-intl";
import type { Known } from "@/app/_client/use-own";
import { directionOf } from "@/app/_ui/direction";
import styles from "@/app/j/[code]/_ui/own/own-sheet.module.css";
import type { StoredRow } from "@/protocol/own";

type Props = {
  known: Known;
  offline: boolean;
  note: string | null;
  /** Null where there is nothing to take back now. */
  onTake: (() => void) | null;
};

/** One thing: what it was, what the database holds of it in plain words, and the row itself one tap further. */
export function OwnThingCard({ known, offline, note, onTake }: Props) {
  const t = useTranslations("own");
  const { mine, going, rows } = known;
  const { of, title, again, lines, language } = mine;
  const said = language ? { lang: language, dir: directionOf(language) } : { dir: "auto" as const };
  return (
    <li className={styles.thing} data-thing={of.kind}>
      <p className={styles.kind}>{t(`kinds.${of.kind}`)}</p>
      {title !== "" && (
        <h4 {...said}>
          {title} {again && <span>({t("again")})</span>}
        </h4>
      )}
      {lines.length > 0 && (
        <ul className={styles.lines}>
          {lines.map(({ of: about, said: words }, index) => (
            <li key={index}>
              {about !== null && <span dir="auto">{about} </span>}
              <strong dir="auto">{words}</strong>
            </li>
          ))}
        </ul>
      )}
      <p className={styles.state}>{stateOf(t, known, offline)}</p>
      {note && !going && <p className={styles.state}>{note}</p>}
      {rows && rows.length > 0 && (
        <details className={styles.stored}>
          <summary>{t("stored")}</summary>
          {rows.map((row) => (
            <Row key={row.table} row={row} />
          ))}
        </details>
      )}
      {onTake && (
        <button type="button" className="button quiet" aria-haspopup="dialog" onClick={onTake}>
          {t("take")}
          <span className="unseen"> {title || lines[0]?.said || t(`kinds.${of.kind}`)}</span>
        </button>
      )}
    </li>
  );
}

function stateOf(t: (key: string) => string, { mine, going, rows }: Known, offline: boolean): string {
  if (going) return t(offline ? "state.goingLater" : "state.going");
  if (rows === null) return t(offline ? "state.unknown" : "state.asking");
  if (rows.length === 0) return t("state.none");
  if (mine.of.kind !== "response") return t(`state.${mine.of.kind}`);
  const released = rows[0]?.columns.find(({ name }) => name === "released");
  return t(released?.value === null ? "state.counted" : "state.published");
}

/** A row as it lies in the database, in the database's own words. */
function Row({ row }: { row: StoredRow }) {
  const t = useTranslations("own");
  return (
    <table dir="ltr" className={styles.row}>
      <caption>
        <code>{row.table}</code>
      </caption>
      <thead className="unseen">
        <tr>
          <th scope="col">{t("column")}</th>
          <th scope="col">{t("value")}</th>
        </tr>
      </thead>
      <tbody>
        {row.columns.map(({ name, value }) => (
          <tr key={name}>
            <th scope="row">
              <code>{name}</code>
            </th>
            <td>
              <code dir="auto">{value ?? <i>{t("empty")}</i>}</code>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
