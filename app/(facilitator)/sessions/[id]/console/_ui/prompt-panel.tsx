import { useTranslations } from "next-intl";
import { KindResults } from "@/app/_ui/kinds/console";
import type { Slide } from "@/protocol/kinds";
import { guard } from "@/protocol/limits";
import type { ConsoleView } from "@/protocol/views";
import type { Cockpit } from "./cockpit";
import { deskOf } from "./desk-of";
import { Hands } from "./hands";
import styles from "./prompt-panel.module.css";

/** The current prompt's results as far as they are released, and in plain words why they are not. */
export function PromptPanel(props: Cockpit) {
  const t = useTranslations("console.prompt");
  const { control, responses } = props;
  const { view } = control.state;
  const { slide, prompt } = view;
  if (!slide || !prompt) return null;
  const { results } = prompt;
  return (
    <div className={styles.panel}>
      <h2>
        {t(slide.kind === "reflect" ? "titleReflect" : prompt.round === 2 ? "titleSecond" : "title")}
        {results && slide.kind !== "reflect" && <span>{prompt.shown ? t("roomSees") : t("onlyYou")}</span>}
      </h2>
      {results ? (
        <KindResults
          slide={slide}
          results={results}
          earlier={prompt.earlier}
          desk={deskOf(slide.id, props)}
        />
      ) : (
        <p>{t(holdOf(view), { count: responses, minimum: minimumOf(view) })}</p>
      )}
      {results && slide.kind !== "reflect" && prompt.waiting > 0 && (
        <p className={styles.quiet}>
          {t(view.release === "closing" && prompt.phase === "open" ? "waitingForClose" : "waiting", {
            count: prompt.waiting,
            minimum: minimumOf(view),
          })}
        </p>
      )}
      {prompt.shown && !results && <p className={styles.quiet}>{t("roomIsTold")}</p>}
      {prompt.again && (view.nextAction === "again" || (prompt.shown && compares(slide))) && (
        <p className={styles.quiet}>{t("again")}</p>
      )}
      <Hands {...props} />
    </div>
  );
}

/** Kinds whose two rounds can be laid beside each other. */
function compares({ kind }: Slide): boolean {
  return kind !== "words" && kind !== "open" && kind !== "reflect";
}

/** Why there are no results yet. */
function holdOf({ slide, prompt, release }: ConsoleView): string {
  if (slide?.kind === "reflect") return prompt?.phase === "ready" ? "reflectReady" : "reflect";
  if (!prompt || prompt.phase === "ready") return "ready";
  if (prompt.phase === "closed") return prompt.responses === 0 ? "closedEmpty" : "closedHeld";
  return release === "closing" ? "openUntilClose" : "openHeld";
}

/** Before the first prompt has opened it is not decided; the usual number is the honest guess. */
const minimumOf = (view: ConsoleView) => view.minimum ?? guard.usual;
