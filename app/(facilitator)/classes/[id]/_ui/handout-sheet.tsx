import { useTranslations } from "next-intl";
import { directionOf } from "@/app/_ui/direction";
import { Prose } from "@/app/_ui/kinds/prose";
import { Printable } from "@/app/(facilitator)/classes/[id]/_ui/printable";
import styles from "@/app/(facilitator)/classes/[id]/_ui/printable.module.css";
import type { ClassPage } from "@/protocol/classes";

/** What parents take home, on two pages of paper. Its own first heading is the large one. */
export function HandoutSheet({ page }: { page: ClassPage }) {
  const t = useTranslations("classes.handout");
  const text = { lang: page.language, dir: directionOf(page.language) };
  return (
    <Printable page={page} paper="handout">
      <article className={`${styles.sheet} ${styles.handout}`}>
        <h1 {...text}>{page.title}</h1>
        {page.handout === "" ? <p>{t("none")}</p> : <Prose html={page.handout} {...text} />}
      </article>
    </Printable>
  );
}
