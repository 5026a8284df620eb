import { useTranslations } from "next-intl";
import { directionOf } from "@/app/_ui/direction";
import { Prose } from "@/app/_ui/kinds/prose";
import { Printable } from "@/app/(facilitator)/classes/[id]/_ui/printable";
import styles from "@/app/(facilitator)/classes/[id]/_ui/printable.module.css";
import type { ClassPage } from "@/protocol/classes";

/** What the facilitator reads beforehand. Its own first heading is the large one. */
export function GuideSheet({ page }: { page: ClassPage }) {
  const t = useTranslations("classes.guide");
  const text = { lang: page.language, dir: directionOf(page.language) };
  return (
    <Printable page={page} paper="guide">
      <article className={styles.sheet}>
        <h1 {...text}>{page.title}</h1>
        {page.guide === "" ? <p>{t("none")}</p> : <Prose html={page.guide} {...text} />}
      </article>
    </Printable>
  );
}
