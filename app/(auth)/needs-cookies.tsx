import { useTranslations } from "next-intl";
import styles from "./layout.module.css";

/** The browser did not keep the cookie that a form needs: say so instead of going round in a circle. */
export function NeedsCookies({ again }: { again: string }) {
  const t = useTranslations("auth");
  return (
    <>
      <h1 className={styles.title}>{t("cookies.title")}</h1>
      <p className={styles.lead}>{t("cookies.text")}</p>
      <a className="button" href={again}>
        {t("cookies.again")}
      </a>
    </>
  );
}
