import { useLocale, useTranslations } from "next-intl";
import { directionOf } from "@/app/_ui/direction";
import { languageName } from "@/app/_ui/language-name";
import styles from "@/app/(facilitator)/classes/[id]/_ui/outline.module.css";
import { type PlannedSlide, partsOf } from "@/app/(facilitator)/classes/[id]/_ui/parts";
import type { ClassPage } from "@/protocol/classes";

type Write = (minutes: number) => string;

/** Every slide by part, what the room does there, and the minutes it is planned to take. */
export function Outline({ page, minutes: write }: { page: ClassPage; minutes: Write }) {
  const t = useTranslations("classes.outline");
  const parts = partsOf(page);
  return (
    <table className={styles.outline}>
      <thead>
        <tr>
          <th scope="col">{t("slide")}</th>
          <th scope="col">{t("minutes")}</th>
        </tr>
      </thead>
      {parts.map((part) => (
        <tbody key={part.slides[0]?.slide.id}>
          <tr className={styles.part}>
            <th scope="rowgroup">
              <bdi lang={part.slides[0]?.slide.language}>{part.name || t("noPart")}</bdi>
            </th>
            <td>{write(part.minutes)}</td>
          </tr>
          {part.slides.map((planned) => (
            <Row key={planned.slide.id} planned={planned} language={page.language} write={write} />
          ))}
        </tbody>
      ))}
      <tbody>
        <tr className={styles.total}>
          <th scope="row">{t("total")}</th>
          <td>{write(parts.reduce((sum, part) => sum + part.minutes, 0))}</td>
        </tr>
      </tbody>
    </table>
  );
}

type RowProps = { planned: PlannedSlide; language: string; write: Write };

function Row({ planned: { slide, minutes, number }, language, write }: RowProps) {
  const t = useTranslations("classes.outline");
  const reader = useLocale();
  return (
    <tr>
      <th scope="row">
        <span className={styles.slide}>
          <span className={styles.number}>{number}</span>
          <span lang={slide.language} dir={directionOf(slide.language)}>
            {slide.title}
          </span>
        </span>
        <span className={styles.kind}>
          {t(`kinds.${slide.kind}`)}
          {slide.language !== language && (
            <span className={styles.only}>
              {t("only", { language: languageName(slide.language, reader) })}
            </span>
          )}
        </span>
      </th>
      <td>{write(minutes)}</td>
    </tr>
  );
}
