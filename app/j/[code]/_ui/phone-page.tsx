import { useTranslations } from "next-intl";
import { type ReactNode, useRef } from "react";
import type { Leaves } from "@/app/_client/leaves";
import type { LiveState } from "@/app/_client/live";
import type { OwnResponse } from "@/app/_client/notebook";
import type { Reading } from "@/app/_client/phone-cookies";
import { useChanged } from "@/app/_client/use-changed";
import { useHandOver } from "@/app/_client/use-hand-over";
import { useKeptFocus } from "@/app/_client/use-kept-focus";
import { directionOf } from "@/app/_ui/direction";
import { KindTimed, promptSlide, timedSlide } from "@/app/_ui/kinds/phone";
import { Prose } from "@/app/_ui/kinds/prose";
import { runningOf } from "@/app/_ui/kinds/timed-props";
import { Banner } from "@/app/j/[code]/_ui/banner";
import { Foot } from "@/app/j/[code]/_ui/foot";
import { GoIn } from "@/app/j/[code]/_ui/go-in";
import { Goodbye } from "@/app/j/[code]/_ui/goodbye";
import { Menu } from "@/app/j/[code]/_ui/menu";
import styles from "@/app/j/[code]/_ui/phone-page.module.css";
import { Prompt, type Writing } from "@/app/j/[code]/_ui/prompt";
import { TimeLeft } from "@/app/j/[code]/_ui/time-left";
import type { PhoneView } from "@/protocol/views";

export type PhonePageProps = {
  state: Pick<LiveState<PhoneView>, "view" | "link" | "refusal" | "skew" | "facilitatorHere">;
  inside: boolean;
  reading: Reading;
  ready: boolean;
  responses: Record<string, OwnResponse>;
  leaves: Leaves;
  languageSwitch: ReactNode;
  onGoIn: () => void;
  onReading: (reading: Reading) => void;
  onDraft: Writing["onDraft"];
  onSubmit: Writing["onSubmit"];
};

/** The phone: a page of the workbook. Pure: everything it shows comes in. */
export function PhonePage(props: PhonePageProps) {
  const { state, inside, reading, ready, responses, leaves, languageSwitch } = props;
  const { view, link, refusal, skew, facilitatorHere } = state;
  const { status, slide, prompt, timer } = view;
  const t = useTranslations("phone");
  const heading = useRef<HTMLHeadingElement>(null);
  const { place, handOver } = useHandOver<HTMLDivElement>();
  const said = { lang: view.language, dir: directionOf(view.language) };
  const shown = status === "live" && !view.blank ? slide : null;
  const asked = prompt ? promptSlide(shown) : null;
  // What runs in time shows its own clock, and says for itself how it goes.
  const together = timedSlide(shown);
  const calm = calmOf(view, inside);
  const phase = asked && prompt ? phaseOf(prompt) : "";
  const moment = `${calm} ${shown?.id} ${phase}`;
  const changed = useChanged(moment);
  useKeptFocus(heading, moment);

  const time = inside && status === "live" && timer && !together && (
    <TimeLeft key={timer.endsAt} timer={timer} at={view.at} skew={skew} />
  );
  const goIn = () => {
    props.onGoIn();
    handOver("h1");
  };

  return (
    <div ref={place} className={styles.page} data-reading={reading}>
      <header className={styles.head}>
        <p className={styles.part} {...said}>
          {shown ? shown.part : view.title}
        </p>
        <Menu
          promise={view.promise}
          reading={reading}
          onReading={props.onReading}
          languageSwitch={languageSwitch}
        />
      </header>
      {status !== "ended" && <Banner link={link} refusal={refusal} facilitatorHere={facilitatorHere} />}
      <p className="unseen" aria-live="polite">
        {changed && (
          <>
            {shown ? <span {...said}>{shown.title}</span> : <span>{t(`${calm}Title`)}</span>}{" "}
            {phase && <span>{t(phase)}</span>}
          </>
        )}
      </p>
      {!inside && status !== "ended" && <GoIn promise={view.promise} onGoIn={goIn} />}
      {status === "ended" ? (
        <Goodbye promise={view.promise} said={said} responses={responses} leaves={leaves} heading={heading} />
      ) : (
        <main className={styles.main}>
          {shown ? (
            <>
              <h1 ref={heading} tabIndex={-1} {...said}>
                {shown.title}
              </h1>
              <div {...said}>
                <Prose html={shown.body} />
              </div>
            </>
          ) : (
            <div className={styles.calm}>
              <h1 ref={heading} tabIndex={-1}>
                {t(`${calm}Title`)}
              </h1>
              <p>{t(`${calm}Text`)}</p>
            </div>
          )}
          {inside && together && (
            <KindTimed key={together.id} slide={together} running={runningOf(view, skew)} said={said} />
          )}
          {inside && asked && prompt ? (
            <Prompt
              key={asked.id}
              slide={asked}
              prompt={prompt}
              said={said}
              time={time}
              writing={{
                own: responses[asked.id],
                leaf: leaves[asked.id],
                ready,
                onDraft: props.onDraft,
                onSubmit: props.onSubmit,
              }}
            />
          ) : (
            <Foot time={time} />
          )}
        </main>
      )}
    </div>
  );
}

/** Which words stand where no slide does. */
function calmOf({ status }: PhoneView, inside: boolean): "door" | "lobby" | "blank" | "goodbye" {
  if (status === "ended") return "goodbye";
  if (status === "lobby") return inside ? "lobby" : "door";
  return "blank";
}

/** What is announced of a prompt besides its title. */
function phaseOf({ phase, results }: NonNullable<PhoneView["prompt"]>): string {
  if (results) return "resultsShown";
  return { ready: "opensSoon", open: "openNow", closed: "closed" }[phase];
}
