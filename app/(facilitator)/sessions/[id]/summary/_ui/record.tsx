import { useFormatter, useTranslations } from "next-intl";
import styles from "@/app/(facilitator)/sessions/[id]/summary/_ui/record.module.css";
import { recordParts, recordTotals } from "@/app/(facilitator)/sessions/[id]/summary/_ui/record-parts";
import type { SlideRecord } from "@/protocol/summaries";

/** What was delivered and what was skipped, the minutes against the plan, and how many answered. */
export function FidelityRecord({ record, language }: { record: SlideRecord[]; language: string }) {
  const t = useTranslations("summary.record");
  const write = useWriting();
  const totals = recordTotals(record);
  return (
    <section className={styles.record} aria-labelledby="record">
      <h2 id="record">{t("title")}</h2>
      <p>
        {t("delivered", { count: totals.delivered, slides: totals.slides })}{" "}
        {totals.answered !== null && t("mean", { share: write.share(totals.answered) })}
      </p>
      <table>
        <thead>
          <tr>
            <th scope="col">{t("slide")}</th>
            <th scope="col">{t("planned")}</th>
            <th scope="col">{t("spent")}</th>
            <th scope="col">{t("answered")}</th>
          </tr>
        </thead>
        {recordParts(record).map((part) => (
          <tbody key={part.slides[0]?.id}>
            <tr className={styles.part}>
              <th scope="rowgroup">
                <bdi lang={part.name ? language : undefined}>{part.name || t("noPart")}</bdi>
              </th>
              <td>{write.minutes(part.planned)}</td>
              <td>{write.minutes(part.spent)}</td>
              <td />
            </tr>
            {part.slides.map((slide) => (
              <tr key={slide.id} data-skipped={slide.spent === 0}>
                <th scope="row">
                  <bdi lang={language}>{slide.title}</bdi>
                </th>
                <td>{write.minutes(slide.planned)}</td>
                <td>{slide.spent === 0 ? t("skipped") : write.minutes(slide.spent)}</td>
                <td>{slide.answered === null ? "" : write.share(slide.answered)}</td>
              </tr>
            ))}
          </tbody>
        ))}
        <tbody>
          <tr className={styles.total}>
            <th scope="row">{t("total")}</th>
            <td>{write.minutes(totals.planned)}</td>
            <td>{write.minutes(totals.spent)}</td>
            <td />
          </tr>
        </tbody>
      </table>
      <p className={styles.hint}>{t("hint")}</p>
    </section>
  );
}

function useWriting() {
  const format = useFormatter();
  return {
    minutes: (minutes: number) => format.number(minutes, { maximumFractionDigits: 1 }),
    share: (share: number) => format.number(share, { style: "percent", maximumFractionDigits: 0 }),
  };
}
