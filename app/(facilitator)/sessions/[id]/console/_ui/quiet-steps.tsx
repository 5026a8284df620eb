import { useTranslations } from "next-intl";
import { type Intent, isTimed, meaningOf } from "@/app/_client/console-presses";
import type { Cockpit } from "./cockpit";
import styles from "./quiet-steps.module.css";

type Props = Cockpit & {
  /** In a sheet: called before the step is taken. */
  onChosen?: () => void;
};

/** What is needed now and then, once the class runs; each press says what it will do, not what is. */
export function QuietSteps({ control, intend, blocked, onSheet, letters, onChosen }: Props) {
  const t = useTranslations("console.quiet");
  const { view } = control.state;
  const live = view.status === "live";
  const timed = isTimed(view.slide);
  const writing = view.slide?.kind === "reflect";
  const kind = timed ? "timed" : writing ? "reflect" : "asks";
  // How many are done with a reflection is no result to show; what explains it is.
  const shows = !timed && (!writing || view.slide?.explanation !== "");

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
      {live && step("phase", "O", t(phaseWord[kind][view.prompt?.phase ?? "ready"]))}
      {live && shows && step("results", "R", view.prompt?.shown ? t("hide") : t("show"))}
      {live && step("blank", "B", view.blank ? t("unblank") : t("blank"))}
      {live && (
        <button
          type="button"
          className={`button quiet ${styles.step}`}
          aria-haspopup="dialog"
          aria-disabled={blocked !== null}
          aria-keyshortcuts={letters ? "T" : undefined}
          onClick={() => onSheet("timer")}
        >
          {t("timer")}
          {letters && (
            <span className={styles.key} aria-hidden="true">
              T
            </span>
          )}
        </button>
      )}
      {/* Last, since it comes and goes: the others keep their places. */}
      {view.prompt?.again && !writing && view.nextAction !== "again" && step("again", "A", t("again"))}
    </>
  );
}

/** What the one button for open and closed does next, by what the slide asks for. */
const phaseWord = {
  asks: { ready: "open", open: "close", closed: "reopen" },
  reflect: { ready: "write", open: "endWriting", closed: "writeAgain" },
  timed: { ready: "start", open: "stop", closed: "startAgain" },
} as const;
