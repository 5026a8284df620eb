import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { flushSync } from "react-dom";
import type { Mine } from "@/app/_client/own-list";
import type { Known } from "@/app/_client/use-own";
import styles from "@/app/j/[code]/_ui/own/own-sheet.module.css";
import { OwnThingCard } from "@/app/j/[code]/_ui/own/own-thing";
import { TakeConfirm } from "@/app/j/[code]/_ui/own/take-confirm";
import { Sheet } from "@/app/j/[code]/_ui/sheet";
import sheet from "@/app/j/[code]/_ui/sheet.module.css";
import type { TableCount } from "@/protocol/own";

export type OwnSheetProps = {
  known: Known[];
  /** Null while it is not known. */
  tables: TableCount[] | null;
  /** Whether the database was reached; null before the first try. */
  reached: boolean | null;
  over: boolean;
  onTake: (things: Mine[]) => void;
  onClose: () => void;
};

/** Everything that the class holds of this phone, as it stands now, and the way to have it back. */
export function OwnSheet({ known, tables, reached, over, onTake, onClose }: OwnSheetProps) {
  const t = useTranslations("own");
  const [asking, setAsking] = useState<Mine[] | null>(null);
  const said = useRef<HTMLParagraphElement>(null);
  const takeable = known.filter((one) => mayGo(one, over)).map(({ mine }) => mine);
  const going = known.filter((one) => one.going).length;
  const allGone = going === 0 && takeable.length === 0 && known.some((one) => one.rows?.length === 0);

  const take = () => {
    const things = asking ?? [];
    flushSync(() => setAsking(null));
    onTake(things);
    // The buttons that were pressed go with what they were for.
    said.current?.focus();
  };
  return (
    <>
      <Sheet title={t("title")} onClose={onClose}>
        {() => (
          <>
            <p>{t("intro")}</p>
            <p className={sheet.hint}>{t("apart")}</p>
            <p ref={said} role="status" tabIndex={-1} className={styles.said}>
              {going > 0
                ? t(reached === false ? "goingLater" : "going", { count: going })
                : t(allGone ? "allGone" : reached === false ? "offline" : reached ? "looked" : "looking")}
            </p>
            <section aria-labelledby="own-sent" className={styles.part}>
              <h3 id="own-sent">{t("sentTitle")}</h3>
              {known.length === 0 && <p>{t("nothing")}</p>}
              <ul className={styles.list}>
                {known.map((one) => (
                  <OwnThingCard
                    key={one.mine.token}
                    known={one}
                    offline={reached === false}
                    note={one.mine.of.kind === "attendance" && !over ? t("attendanceStays") : null}
                    onTake={mayGo(one, over) ? () => setAsking([one.mine]) : null}
                  />
                ))}
              </ul>
              {takeable.length > 1 && (
                <button type="button" className="button" onClick={() => setAsking(takeable)}>
                  {t("takeAll")}
                </button>
              )}
            </section>
            {tables && (
              <section aria-labelledby="own-room" className={styles.part}>
                <h3 id="own-room">{t("roomTitle")}</h3>
                <p className={sheet.hint}>{t("roomHint")}</p>
                <dl className={styles.counts}>
                  {tables.map(({ table, rows }) => (
                    <div key={table}>
                      <dt>
                        {t.has(`tables.${table}`) && <span>{t(`tables.${table}`)}</span>}
                        <code>{table}</code>
                      </dt>
                      <dd>{rows}</dd>
                    </div>
                  ))}
                </dl>
              </section>
            )}
            <Points
              title={t("notTitle")}
              points={["who", "where", "when", "together", "self"].map((key) => t(`not.${key}`))}
            />
            <Points
              title={t("hereTitle")}
              points={["secret", "list", "leave"].map((key) => t(`here.${key}`))}
            />
            <p className={sheet.hint}>{t("limits")}</p>
          </>
        )}
      </Sheet>
      {asking && <TakeConfirm count={asking.length} onTake={take} onClose={() => setAsking(null)} />}
    </>
  );
}

/** Whether it can be taken back now: not while it goes, nor once it is gone; presence only after the class. */
const mayGo = ({ mine, going, rows }: Known, over: boolean): boolean =>
  !going && rows?.length !== 0 && (mine.of.kind !== "attendance" || over);

function Points({ title, points }: { title: string; points: string[] }) {
  return (
    <section className={styles.part}>
      <h3>{title}</h3>
      <ul className={styles.points}>
        {points.map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ul>
    </section>
  );
}
