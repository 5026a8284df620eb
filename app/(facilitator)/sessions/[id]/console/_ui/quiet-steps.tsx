import { useTranslations } from "next-intl";
import { type Intent, isTimed, meaningOf } from "@/app/_client/console-presses";
import type { Cockpit } from "./cockpit";
import styles from "./quiet-steps.module.css";

type Props = Cockpit & {
  /** In a sheet: called before the step is taken. */
  onChosen?: () => void;
};

/** What is needed now and then; each press says what it will do, not what is. */
export function QuietSteps({ control, intend, blocked, onSheet, letters, onChosen }: Props) {
  const t = useTranslations("console.quiet");
  const { view } = control.state;
  const live = view.status === "live";
  const timed = isTimed(view.slide);

  const step = (intent: Intent, letter: string, words: string) => (
    <button
      type="button"
      className={`button quiet ${styles.step}`}
      aria-disabled={blocked !== null || "refuse" in meaningOf(intent, view)}
      aria-keyshortcuts={letters ? letter : undefined}
      onClick={() => {
        onChosen?.();
        intend(intent);
      }}
    >
      {words}
      {letters && (
        <span className={styles.key} aria-hidden="true">
          {letter}
        </span>
      )}
    </button>
  );

  return (
    <>
      <button
        type="button"
        className={`button quiet ${styles.step}`}
        aria-haspopup="dialog"
        aria-keyshortcuts={letters ? "J" : undefined}
        onClick={() => onSheet("jump")}
      >
        {t("jump")}
        {letters && (
          <span className={styles.key} aria-hidden="true">
            J
          </span>
        )}
      </button>
      {step("phase", "O", timed ? timedWords(t, view.prompt?.phase) : phaseWords(t, view.prompt?.phase))}
      {!timed && step("results", "R", view.prompt?.shown ? t("hide") : t("show"))}
      {view.prompt?.again && view.nextAction !== "again" && step("again", "A", t("again"))}
      {step("blank", "B", view.blank ? t("unblank") : t("blank"))}
      <button
        type="button"
        className={`button quiet ${styles.step}`}
        aria-haspopup="dialog"
        aria-disabled={!live || blocked !== null}
        aria-keyshortcuts={letters ? "T" : undefined}
        onClick={() => (live ? onSheet("timer") : control.tell("not_begun"))}
      >
        {t("timer")}
        {letters && (
          <span className={styles.key} aria-hidden="true">
            T
          </span>
        )}
      </button>
    </>
  );
}

function phaseWords(
  t: ReturnType<typeof useTranslations<"console.quiet">>,
  phase: string | undefined,
): string {
  if (phase === "open") return t("close");
  return phase === "closed" ? t("reopen") : t("open");
}

function timedWords(
  t: ReturnType<typeof useTranslations<"console.quiet">>,
  phase: string | undefined,
): string {
  if (phase === "open") return t("stop");
  return phase === "closed" ? t("startAgain") : t("start");
}
