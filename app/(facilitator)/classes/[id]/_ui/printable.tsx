import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { PrintButton } from "@/app/(facilitator)/_ui/print-button";
import { LanguageLinks } from "@/app/(facilitator)/classes/[id]/_ui/language-links";
import styles from "@/app/(facilitator)/classes/[id]/_ui/printable.module.css";
import type { ClassPage } from "@/protocol/classes";

type Props = {
  page: ClassPage;
  paper: "guide" | "handout" | "cards";
  /** What a link to the same page in another language keeps. */
  query?: Record<string, string>;
  /** Between the controls and the paper, on the display only. */
  above?: ReactNode;
  children: ReactNode;
};

/** A page of a class to be printed: on the display with a way back and a button, on paper alone. */
export function Printable({ page, paper, query, above, children }: Props) {
  const t = useTranslations("classes");
  const { card, language } = page;
  return (
    <main id="content" tabIndex={-1} className={styles.printable} data-paper={paper}>
      <div className={`${styles.controls} no-print`}>
        <p>
          <Link href={{ pathname: `/classes/${card.id}`, query: { language } }}>{t("page.back")}</Link>
        </p>
        <LanguageLinks
          languages={card.languages}
          shown={language}
          path={`/classes/${card.id}/${paper}`}
          {...(query && { query })}
        />
        {above}
        <PrintButton label={t("page.print")} />
      </div>
      {children}
    </main>
  );
}
