import { useTranslations } from "next-intl";
import { useRef } from "react";
import { type Intent, isTimed, meaningOf, type Timing } from "@/app/_client/console-presses";
import { useSingleClick } from "@/app/_client/single-click";
import { useKeptFocus } from "@/app/_client/use-kept-focus";
import type { ConsoleView } from "@/protocol/views";
import type { Cockpit } from "./cockpit";
import styles from "./dock.module.css";
import { useLengthWords } from "./length-words";
import { NoticeLine } from "./notice-line";
import { QuietSteps } from "./quiet-steps";
import { numbersOf } from "./rhythms";

/** The steps, always in the same place: one strong button, and beside it the way back. */
export function Dock(props: Cockpit) {
  const t = useTranslations("console");
  const { control, intend, blocked, onSheet, letters } = props;
  const { view } = control.state;
  const back = useSingleClick(() => intend("back"));
  const ref = useRef<HTMLElement>(null);
  useKeptFocus(ref, String(view.rev));
  const inert = (intent: Intent) => blocked !== null || "refuse" in meaningOf(intent, view);
  return (
    <section ref={ref} id="steps" tabIndex={-1} className={styles.dock} aria-label={t("dock.label")}>
      <NoticeLine {...props} />
      <div className={styles.first}>
        {view.status !== "ended" && (
          <button
            type="button"
            className={`button quiet ${styles.back}`}
            aria-disabled={inert("back")}
            aria-keyshortcuts="ArrowLeft PageUp"
            onClick={back}
          >
            {t("dock.back")}
          </button>
        )}
        {view.status === "ended" ? (
          <a className={`button ${styles.strong}`} href={`/sessions/${view.id}/summary`}>
            {t("ended.toSummary")}
          </a>
        ) : (
          <Strong {...props} />
        )}
        {(view.status !== "ended" || view.undo) && (
          <button
            type="button"
            className={`button quiet ${styles.undo}`}
            aria-disabled={inert("undo")}
            aria-keyshortcuts={letters ? "U" : undefined}
            onClick={() => intend("undo")}
          >
            <span>{t("dock.undo")}</span>
            <small>{view.undo ? t(`undo.${view.undo}`) : t("undo.none")}</small>
          </button>
        )}
        <button type="button" className="button quiet" aria-haspopup="dialog" onClick={() => onSheet("more")}>
          {t("dock.more")}
        </button>
      </div>
      {view.status !== "ended" && (
        <div className={styles.quiet}>
          <QuietSteps {...props} />
        </div>
      )}
    </section>
  );
}

function Strong({ control, intend, blocked, choices }: Cockpit) {
  const t = useTranslations("console.next");
  const { view } = control.state;
  const press = useSingleClick(() => intend("forward"));
  const how = useHow(view, choices.timing);
  const what = wordOf(view);
  return (
    <button
      type="button"
      className={`button ${styles.strong}`}
      data-busy={control.busy}
      aria-disabled={blocked !== null}
      aria-keyshortcuts="Space ArrowRight PageDown"
      onClick={press}
    >
      <span>{t(`${what}.label`)}</span>
      <small>
        {t(`${what}.hint`, {
          title: view.upNext?.title ?? "",
          how,
          step: view.step + 2,
          steps: view.steps,
        })}
      </small>
    </button>
  );
}

/** The words of the strong button: going on is a line of this slide, or another slide. */
function wordOf({ nextAction, slide, step, steps }: ConsoleView): string {
  if (isTimed(slide) && nextAction === "open") return "start";
  if (isTimed(slide) && nextAction === "close") return "stop";
  if (slide?.kind === "reflect" && nextAction === "open") return "write";
  if (slide?.kind === "reflect" && nextAction === "close") return "endWriting";
  if (nextAction === "next") return step + 1 < steps ? "line" : "slide";
  return nextAction === "none" ? "end" : nextAction;
}

/** How long a pause or a talk is going to be, and in which rhythm. */
function useHow({ slide }: ConsoleView, timing: Timing): string {
  const wordsOf = useLengthWords();
  if (!isTimed(slide)) return "";
  const length = wordsOf(timing.seconds ?? slide.seconds);
  return slide.kind === "pause" ? `${length} · ${numbersOf(timing.rhythm ?? slide.rhythm)}` : length;
}
