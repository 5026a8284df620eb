import { useTranslations } from "next-intl";
import { Guide } from "@/app/_ui/kinds/pause/guide";
import styles from "@/app/_ui/kinds/pause/screen.module.css";
import { Prose } from "@/app/_ui/kinds/prose";
import type { ScreenProps } from "@/app/_ui/kinds/screen-props";

/** While the room breathes there is nothing to read but one word. */
export function PauseScreen({ slide, running }: ScreenProps<"pause">) {
  const t = useTranslations("screen");
  if (running.phase === "open")
    return (
      <div className={styles.open}>
        <Guide rhythm={slide.rhythm} running={running} t={t} />
        <p className={styles.kind}>{t("pause.kind")}</p>
      </div>
    );
  return (
    <>
      <Prose html={slide.body} />
      <p className={styles.note}>{running.phase === "ready" ? t("pause.soon") : t("pause.over")}</p>
      {running.phase === "ready" && <p className={styles.kind}>{t("pause.kind")}</p>}
    </>
  );
}
