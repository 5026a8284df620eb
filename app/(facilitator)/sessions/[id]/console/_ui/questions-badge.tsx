import { useTranslations } from "next-intl";
import type { Cockpit } from "./cockpit";
import { groupQuestions } from "./question-groups";
import styles from "./questions.module.css";

/** How many questions stand, among the other counts; a press leads to them. */
export function QuestionsBadge({ control, desk, onSheet, letters }: Cockpit) {
  const t = useTranslations("console.questions");
  const { view } = control.state;
  const { held, asked } = groupQuestions(desk.questions ?? []);
  if (view.settings.questions === "off" && !desk.questions?.length) return null;
  return (
    <button
      type="button"
      className={styles.badge}
      aria-haspopup="dialog"
      aria-keyshortcuts={letters ? "Q" : undefined}
      onClick={() => onSheet("questions")}
    >
      <span>{t("badge", { count: asked.length })}</span>
      {held.length > 0 && <span className={styles.waiting}>{t("badgeHeld", { count: held.length })}</span>}
    </button>
  );
}
