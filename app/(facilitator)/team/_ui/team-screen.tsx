import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import styles from "@/app/(facilitator)/team/_ui/team.module.css";

/** What the facilitators of one team share. */
export function TeamScreen({ name, children }: { name: string; children: ReactNode }) {
  const t = useTranslations("team");
  return (
    <main id="content" tabIndex={-1} className={styles.team}>
      <h1>{name || t("title")}</h1>
      <section aria-labelledby="support-title">
        <h2 id="support-title">{t("supportTitle")}</h2>
        <p className={styles.lead}>{t("supportText")}</p>
        {children}
      </section>
    </main>
  );
}
