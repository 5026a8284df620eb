import { useLocale, useTranslations } from "next-intl";
import { type ReactNode, useRef } from "react";
import { sameLanguage } from "@/app/_client/followed";
import type { Leaves } from "@/app/_client/leaves";
import type { LiveState } from "@/app/_client/live";
import type { OwnResponse } from "@/app/_client/notebook";
import type { Reading } from "@/app/_client/phone-cookies";
import { useChanged } from "@/app/_client/use-changed";
import { useHandOver } from "@/app/_client/use-hand-over";
import { useKeptFocus } from "@/app/_client/use-kept-focus";
import { useKinds } from "@/app/_client/use-kinds";
import { useLetters } from "@/app/_client/use-letters";
import { directionOf } from "@/app/_ui/direction";
import { KindTimed, promptSlide, timedSlide } from "@/app/_ui/kinds/phone";
import { Prose } from "@/app/_ui/kinds/prose";
import { runningOf } from "@/app/_ui/kinds/timed-props";
import { languageName } from "@/app/_ui/language-name";
import { Banner } from "@/app/j/[code]/_ui/banner";
import { Bar, type SheetName } from "@/app/j/[code]/_ui/bar";
import { Foot } from "@/app/j/[code]/_ui/foot";
import { GoIn } from "@/app/j/[code]/_ui/go-in";
import { Goodbye } from "@/app/j/[code]/_ui/goodbye";
import { HandOn } from "@/app/j/[code]/_ui/hand-on";
import { LanguageChoice } from "@/app/j/[code]/_ui/language-choice";
import { Menu } from "@/app/j/[code]/_ui/menu";
import styles from "@/app/j/[code]/_ui/phone-page.module.css";
import { Prompt } from "@/app/j/[code]/_ui/prompt";
import { Recalled } from "@/app/j/[code]/_ui/recalled";
import { SupportItems } from "@/app/j/[code]/_ui/support-items";
import { TimeLeft } from "@/app/j/[code]/_ui/time-left";
import type { ResponseValue, SlideView } from "@/protocol/kinds";
import type { PulseSignal } from "@/protocol/limits";
import type { PhoneView } from "@/protocol/views";

export type PhonePageProps = {
  code: string;
  state: Pick<LiveState<PhoneView>, "view" | "link" | "refusal" | "skew" | "facilitatorHere" | "questions">;
  /** The language that this parent wants the class in; what is not translated comes in another. */
  language: string;
  inside: boolean;
  reading: Reading;
  ready: boolean;
  responses: Record<string, OwnResponse>;
  leaves: Leaves;
  signal: PulseSignal | null;
  /** What is laid over the page, drawn where it has its reading size. */
  sheets: ReactNode;
  onSheet: (sheet: SheetName) => void;
  onLanguage: (language: string) => void;
  onGoIn: () => void;
  onReading: (reading: Reading) => void;
  onDraft: (promptId: string, slide: SlideView, draft: ResponseValue | null) => void;
  onSubmit: (promptId: string, slide: SlideView, value: ResponseValue) => void;
};

/** The phone: a page of the workbook. Pure: everything it shows comes in. */
export function PhonePage(props: PhonePageProps) {
  const { code, state, language, inside, reading, ready, responses, leaves, signal, onSheet } = props;
  const { view, link, refusal, skew, facilitatorHere } = state;
  const { status, slide, prompt, recalled, timer } = view;
  const t = useTranslations("phone");
  const locale = useLocale();
  const heading = useRef<HTMLHeadingElement>(null);
  const { place, handOver } = useHandOver<HTMLDivElement>();
  const shown = status === "live" && !view.blank ? slide : null;
  const whole = useKinds(kindsOf(shown, recalled));
  const said = saidIn(shown?.language ?? view.language);
  const asked = prompt ? promptSlide(shown) : null;
  // What runs in time shows its own clock, and says for itself how it goes.
  const together = timedSlide(shown);
  const calm = calmOf(view, inside);
  const phase = asked && prompt ? phaseOf(prompt) : "";
  const moment = `${calm} ${shown?.id} ${prompt?.id} ${phase}`;
  const changed = useChanged(moment);
  const letters = useLetters();
  useKeptFocus(heading, moment);

  const choice = (
    <LanguageChoice code={code} languages={view.languages} chosen={language} onChoose={props.onLanguage} />
  );
  const time = inside && status === "live" && timer && !together && (
    <TimeLeft key={timer.endsAt} timer={timer} at={view.at} skew={skew} />
  );
  const goIn = () => {
    props.onGoIn();
    handOver("h1");
  };

  return (
    <div ref={place} className={styles.page} data-reading={reading} data-letters={letters}>
      <header className={styles.head}>
        <p className={styles.part} {...said}>
          {shown ? shown.part : view.title}
        </p>
        <Menu
          promise={view.promise}
          reading={reading}
          onReading={props.onReading}
          languageSwitch={inside || status === "ended" ? choice : null}
          handOn={inside && status !== "ended" && <HandOn onPress={() => onSheet("hand-on")} />}
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
      {!inside && status !== "ended" && (
        <GoIn promise={view.promise} onGoIn={goIn}>
          {choice}
        </GoIn>
      )}
      {status === "ended" ? (
        <Goodbye promise={view.promise} said={said} responses={responses} leaves={leaves} heading={heading} />
      ) : (
        <main className={styles.main}>
          {shown ? (
            <>
              <h1 ref={heading} tabIndex={-1} {...said}>
                {shown.title}
              </h1>
              {isLacking(shown, view, language) && (
                <p className={styles.quiet} suppressHydrationWarning>
                  {t("language.notThis", {
                    language: languageName(language, locale),
                    shown: languageName(shown.language, locale),
                  })}
                </p>
              )}
              <div {...said}>
                <Prose html={shown.body} />
              </div>
              {!whole && <p className={styles.quiet}>{t("coming")}</p>}
              {recalled && <Recalled recalled={recalled} said={saidIn(recalled.slide.language)} />}
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
            <KindTimed
              key={together.id}
              slide={together}
              running={runningOf(view, skew)}
              foot={(children) => <Foot time={null}>{children}</Foot>}
            />
          )}
          {inside && asked && prompt ? (
            <Prompt
              key={prompt.id}
              slide={asked}
              prompt={prompt}
              said={said}
              time={time}
              followedIn={view.language}
              writing={{
                own: responses[prompt.id],
                leaf: leaves[prompt.id],
                ready,
                onDraft: (draft) => props.onDraft(prompt.id, asked, draft),
                onSubmit: (value) => props.onSubmit(prompt.id, asked, value),
              }}
            />
          ) : (
            <Foot time={time} />
          )}
        </main>
      )}
      <Bar
        questions={inside && status !== "ended" && view.questions !== "off" ? (state.questions ?? 0) : null}
        signal={inside && status === "live" ? signal : undefined}
        onSheet={onSheet}
      >
        <SupportItems />
      </Bar>
      {props.sheets}
    </div>
  );
}

const kindsOf = (shown: SlideView | null, recalled: PhoneView["recalled"]) =>
  [shown, recalled?.slide].flatMap((slide) => slide?.kind ?? []);

const saidIn = (language: string) => ({ lang: language, dir: directionOf(language) });

/** Whether just this slide is not in the reader's language: of a whole class the choice itself tells. */
function isLacking(slide: SlideView, view: PhoneView, language: string): boolean {
  return sameLanguage(view.language, language) && !sameLanguage(slide.language, language);
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
