import { useTranslations } from "next-intl";
import styles from "@/app/screen/_ui/goodbye.module.css";

export function Goodbye() {
  const t = useTranslations("screen");
  return (
    <div className={styles.goodbye}>
      <h1>{t("goodbyeTitle")}</h1>
      <p>{t("goodbyeText")}</p>
    </div>
  );
}
