import { useTranslations } from "next-intl";
import { useRef } from "react";
import { useKeptFocus } from "@/app/_client/use-kept-focus";
import type { SheetProps } from "@/app/(facilitator)/sessions/[id]/console/_ui/cockpit";
import { NoticeLine } from "@/app/(facilitator)/sessions/[id]/console/_ui/notice-line";
import { QuestionCard } from "@/app/(facilitator)/sessions/[id]/console/_ui/question-card";
import { groupQuestions } from "@/app/(facilitator)/sessions/[id]/console/_ui/question-groups";
import styles from "@/app/(facilitator)/sessions/[id]/console/_ui/questions.module.css";
import type { Question } from "@/protocol/questions";

/** What the room asks: what waits for a look first, then what is wanted most. */
export function QuestionsSheet(props: SheetProps) {
  const t = useTranslations("console.questions");
  const { control, desk, onSheet } = props;
  const { view } = control.state;
  const groups = groupQuestions(desk.questions ?? []);
  const refuge = useRef<HTMLDivElement>(null);
  // A question that is marked goes to another group, and takes the pressed button with it.
  useKeptFocus(refuge, JSON.stringify(desk.questions));
  const list = (questions: Question[]) => (
    <ul className={styles.list}>
      {questions.map((question) => (
        <QuestionCard key={question.id} question={question} language={view.language} onMark={desk.mark} />
      ))}
    </ul>
  );
  return (
    <div ref={refuge} tabIndex={-1} className={styles.column}>
      <NoticeLine {...props} />
      <OnScreen {...props} />
      {desk.questions === null && <p className={styles.quiet}>{t("loading")}</p>}
      {desk.questions?.length === 0 && view.settings.questions !== "off" && <p>{t("none")}</p>}
      {groups.held.length > 0 && (
        <section aria-labelledby="questions-held">
          <h3 id="questions-held">{t("held", { count: groups.held.length })}</h3>
          <p className={styles.quiet}>{t("heldText")}</p>
          {list(groups.held)}
        </section>
      )}
      {groups.asked.length > 0 && (
        <section aria-labelledby="questions-asked">
          <h3 id="questions-asked">{t("asked")}</h3>
          {list(groups.asked)}
        </section>
      )}
      {groups.answered.length > 0 && (
        <section aria-labelledby="questions-answered">
          <h3 id="questions-answered">{t("answered")}</h3>
          {list(groups.answered)}
        </section>
      )}
      {groups.hidden.length > 0 && (
        <details>
          <summary>{t("hidden", { count: groups.hidden.length })}</summary>
          {list(groups.hidden)}
        </details>
      )}
      <p className={styles.mode}>
        {t(`mode.${view.settings.questions}`)}{" "}
        <button type="button" onClick={() => onSheet("room")}>
          {t("modeChange")}
        </button>
      </p>
    </div>
  );
}

/** Puts the questions on the projector in place of the slide, and takes them off again. */
function OnScreen({ control, blocked }: SheetProps) {
  const t = useTranslations("console.questions");
  const { view } = control.state;
  if (view.status !== "live") return null;
  const shown = view.questionsShown;
  return (
    <div className={styles.screen}>
      <button
        type="button"
        className="button quiet"
        aria-disabled={blocked !== null}
        onClick={() => control.act({ name: "questions:show", input: { shown: !shown } })}
      >
        {t(shown ? "takeOff" : "putOn")}
      </button>
      <p className={styles.quiet} role="status">
        {shown ? t("isOn") : t("isOff")}
      </p>
    </div>
  );
}
