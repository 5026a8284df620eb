import { useTranslations } from "next-intl";
import { ClassLanguages } from "@/app/(facilitator)/sessions/[id]/console/_ui/class-languages";
import type { SheetProps } from "@/app/(facilitator)/sessions/[id]/console/_ui/cockpit";
import styles from "./sheets.module.css";

/** In which languages the class can be followed, and what each of them lacks. */
export function LanguagesSheet({ control }: SheetProps) {
  const t = useTranslations("console.languages");
  return (
    <div className={styles.column}>
      <p className={styles.quiet}>{t("text")}</p>
      <ClassLanguages view={control.state.view} />
    </div>
  );
}
