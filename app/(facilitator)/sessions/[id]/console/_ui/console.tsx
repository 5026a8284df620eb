"use client";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { ConsoleControl } from "@/app/_client/console";
import { blockedBy, type Intent, isTimed, meaningOf } from "@/app/_client/console-presses";
import { CardBoard } from "./card-board";
import type { Cockpit, ConsoleProps } from "./cockpit";
import styles from "./console.module.css";
import { Dock } from "./dock";
import { Ended } from "./ended";
import { Facts } from "./facts";
import { FirstSteps } from "./first-steps";
import { Header } from "./header";
import { LinkBanner } from "./link-banner";
import { LobbyRules, LobbyWarning } from "./lobby-room";
import { Notes } from "./notes";
import { PromptPanel } from "./prompt-panel";
import { Pulse } from "./pulse";
import { Sheets } from "./sheets/sheets";
import { Stage, standsAs } from "./stage";
import { Timed } from "./timed";
import { UpNext } from "./up-next";

/** The cockpit of one tired person: what the room sees, what to say, the one likely next action. */
export function Console(props: ConsoleProps) {
  const t = useTranslations("console");
  const { state } = props.control;
  const { view } = state;
  const cockpit: Cockpit = {
    ...props,
    blocked: blockedBy(state),
    intend: (intent) => intend(intent, props),
    phones: state.phones,
    responses: responsesOf(state),
  };
  return (
    <div className={styles.console} data-status={view.status}>
      <a className="skip button" href="#steps">
        {t("skip")}
      </a>
      <Header {...cockpit} />
      <LinkBanner {...cockpit} />
      <main className={styles.main}>
        <div className={styles.now}>
          {props.choices.board ? <CardBoard {...cockpit} /> : <Stage {...cockpit} />}
          <Facts {...cockpit} />
          <Pulse {...cockpit} />
        </div>
        <div className={styles.side}>
          <Pane label={view.status === "live" ? t("notes.title") : t("side")}>
            {view.status === "lobby" && (
              <>
                <LobbyWarning {...cockpit} />
                <FirstSteps {...cockpit} />
                <LobbyRules {...cockpit} />
              </>
            )}
            {view.status === "live" && <Notes view={view} />}
            {view.status === "ended" && <Ended view={view} />}
          </Pane>
          {view.status === "live" && view.prompt && (
            <Pane
              answers
              label={isTimed(view.slide) ? t(`timing.title.${view.slide.kind}`) : t("prompt.title")}
            >
              {isTimed(view.slide) ? <Timed {...cockpit} /> : <PromptPanel {...cockpit} />}
            </Pane>
          )}
          <UpNext view={view} />
        </div>
      </main>
      <Dock {...cockpit} />
      <Sheets {...cockpit} />
      <p className="unseen" role="status">
        {announcement(t, cockpit)}
      </p>
    </div>
  );
}

/** A part of the side that scrolls by itself, so a keyboard has to reach it. */
function Pane({ label, answers, children }: { label: string; answers?: boolean; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
    <section className={styles.pane} data-answers={answers} aria-label={label} tabIndex={0}>
      {children}
    </section>
  );
}

/** Does what an intent means on the newest view; keys and buttons both come here. */
export function intend(
  intent: Intent,
  { control, choices, onSheet }: Pick<ConsoleProps, "control" | "choices" | "onSheet">,
): void {
  const meaning = meaningOf(intent, control.state.view, choices.timing);
  if ("press" in meaning) control.act(meaning.press);
  else if ("ask" in meaning) onSheet(meaning.ask);
  else control.tell(meaning.refuse);
}

/** The count between views is pushed by itself; responses only grow, so the larger one is the newer. */
function responsesOf({ view, counted }: ConsoleControl["state"]): number {
  const pushed = counted && counted.promptId === view.prompt?.id ? counted.responses : 0;
  return Math.max(view.prompt?.responses ?? 0, pushed);
}

/** Said aloud when the room moves; of the counts only that all have answered, since they change all the time. */
function announcement(
  t: ReturnType<typeof useTranslations<"console">>,
  { control, phones, responses }: Cockpit,
): string {
  const { view } = control.state;
  if (view.status === "lobby") return t("said.lobby");
  if (view.status === "ended") return t("said.ended");
  if (view.blank) return t("said.blank");
  if (view.questionsShown) return t("said.questions");
  const { place, slides, slide, step, steps, prompt } = view;
  const said = [t("said.slide", { place, slides, title: slide?.title ?? "" })];
  if (steps > 1) said.push(t("said.line", { step: step + 1, steps }));
  if (prompt) said.push(`${t(`stage.${standsAs(slide)}.${prompt.phase}`)}.`);
  if (prompt?.round === 2) said.push(`${t("stage.second")}.`);
  if (prompt?.shown) said.push(`${t("stage.shown")}.`);
  if (prompt?.phase === "open" && !isTimed(slide) && phones > 0 && responses >= phones)
    said.push(t("said.all"));
  return said.join(" ");
}
