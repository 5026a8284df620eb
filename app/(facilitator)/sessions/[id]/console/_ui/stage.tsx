import { useTranslations } from "next-intl";
import { isTimed } from "@/app/_client/console-presses";
import { useFit } from "@/app/_client/use-fit";
import { useServerNow } from "@/app/_client/use-server-now";
import { clock } from "@/app/_ui/clock";
import { directionOf } from "@/app/_ui/direction";
import { footOf, KindScreen } from "@/app/_ui/kinds/screen";
import { runningOf } from "@/app/_ui/kinds/timed-props";
import band from "@/app/screen/_ui/band.module.css";
import { Goodbye } from "@/app/screen/_ui/goodbye";
import { Join } from "@/app/screen/_ui/join";
import { Lobby } from "@/app/screen/_ui/lobby";
import { QuestionBoard } from "@/app/screen/_ui/question-board";
import room from "@/app/screen/_ui/room.module.css";
import type { Question } from "@/protocol/questions";
import type { ConsoleView, ScreenView } from "@/protocol/views";
import type { Cockpit } from "./cockpit";
import { JoinQr } from "./join-qr";
import styles from "./stage.module.css";

/** What the room sees now: the screen's own pieces and sizes, in a smaller frame. */
export function Stage({ control, desk, phones, responses }: Cockpit) {
  const t = useTranslations("console.stage");
  const { view, skew } = control.state;
  const { outer, inner } = useFit();
  const qr = <JoinQr view={view} />;
  const seen: ScreenView = { ...view, ...view.room, audience: "screen", facilitatorHere: true };
  return (
    <section className={styles.stage} aria-labelledby="stage-title">
      <h2 id="stage-title" className={styles.label}>
        {t("title")}
        <Standing view={view} />
      </h2>
      <div className={styles.box}>
        <div className={styles.frame}>
          <div className={`${room.room} ${styles.picture}`} ref={outer as never} data-blank={view.blank}>
            <div className={room.slide} ref={inner}>
              {view.status === "ended" && <Goodbye />}
              {view.status === "lobby" && <Lobby view={seen} phones={phones} qr={qr} />}
              {view.status === "live" && (
                <>
                  <header className={room.head}>
                    {view.blank ? <p className={styles.blank}>{t("blank")}</p> : <Heading view={seen} />}
                    {view.code && <Join code={view.code} joinUrl={view.joinUrl} qr={qr} />}
                  </header>
                  {!view.blank && view.questionsShown && <QuestionBoard questions={listed(desk.questions)} />}
                  {!view.blank && !view.questionsShown && <Body view={seen} skew={skew} />}
                </>
              )}
            </div>
            {view.status !== "ended" && footOf(seen.slide?.kind) !== "none" && (
              <Foot view={seen} skew={skew} responses={responses} />
            )}
          </div>
        </div>
      </div>
    </section>
  );
}

/** The picture in a few words, for an eye that has no time to read it. */
function Standing({ view }: { view: ConsoleView }) {
  const t = useTranslations("console.stage");
  if (view.status !== "live") return null;
  if (view.blank) return <span className={styles.standing}>{t("isBlank")}</span>;
  if (view.questionsShown) return <span className={styles.standing}>{t("questions")}</span>;
  if (!view.prompt) return null;
  return (
    <span className={styles.standing}>
      {t(`${isTimed(view.slide) ? "timed" : "phase"}.${view.prompt.phase}`)}
      {view.prompt.round === 2 && ` · ${t("second")}`}
      {view.prompt.shown && ` · ${t(view.prompt.results ? "shown" : "held")}`}
    </span>
  );
}

/** The screen asks for them itself, and gets those that everybody may see. */
function listed(questions: Question[] | null): Question[] | null {
  return questions?.filter(({ mark, held }) => mark !== "hidden" && !held) ?? null;
}

function Heading({ view }: { view: ScreenView }) {
  const t = useTranslations("screen");
  if (view.questionsShown) return <h3 className={styles.title}>{t("questionsTitle")}</h3>;
  if (!view.slide) return <div />;
  return (
    <div lang={view.slide.language} dir={directionOf(view.slide.language)}>
      {view.slide.part && <p className={`${room.part} ${styles.part}`}>{view.slide.part}</p>}
      <h3 className={styles.title}>{view.slide.title}</h3>
    </div>
  );
}

function Body({ view, skew }: { view: ScreenView; skew: number }) {
  const t = useTranslations("screen");
  const { slide, prompt } = view;
  if (!slide) return null;
  return (
    <>
      <div className={room.body} lang={slide.language} dir={directionOf(slide.language)}>
        <KindScreen
          key={slide.id}
          slide={slide}
          results={prompt?.results ?? null}
          earlier={prompt?.earlier ?? null}
          running={runningOf(view, skew)}
        />
      </div>
      <Recalled view={view} />
      {prompt?.heldBack && (
        <p className={room.held}>
          <b>{t("heldTitle")}</b> {t("heldBack")}
        </p>
      )}
    </>
  );
}

/** What an earlier prompt came to, where the slide shows it again. */
function Recalled({ view: { recalled } }: { view: ScreenView }) {
  if (!recalled) return null;
  const { slide, results, earlier } = recalled;
  return (
    <section
      className={`${room.body} ${styles.recalled}`}
      lang={slide.language}
      dir={directionOf(slide.language)}
    >
      <h4>{slide.title}</h4>
      <KindScreen key={slide.id} slide={slide} results={results} earlier={earlier} />
    </section>
  );
}

/** The screen's foot, without its live regions: the console announces for itself. */
function Foot({ view, skew, responses }: { view: ScreenView; skew: number; responses: number }) {
  const t = useTranslations("screen");
  const { prompt, timer, blank } = view;
  const done = footOf(view.slide?.kind) === "done";
  return (
    <div className={room.foot}>
      <div className={band.band}>
        {timer && <Timer endsAt={timer.endsAt} at={view.at} skew={skew} />}
        {prompt && !blank && (
          <p className={`${band.phase} ${styles.phase}`}>
            {prompt.phase === "ready" && t("ready")}
            {prompt.phase === "open" && (
              <>
                <span className={band.open}>{t(done ? "reflect.open" : "open")}</span>
                <b>
                  {t(done ? "reflect.doneSoFar" : "responsesSoFar", {
                    count: prompt.results?.responses ?? responses,
                  })}
                </b>
              </>
            )}
            {prompt.phase === "closed" && (
              <>
                <span>{t(done ? "reflect.closed" : "closed")}</span>
                <b>
                  {t(done ? "reflect.doneSoFar" : "responses", {
                    count: prompt.results?.responses ?? responses,
                  })}
                </b>
              </>
            )}
          </p>
        )}
      </div>
    </div>
  );
}

function Timer({ endsAt, at, skew }: { endsAt: number; at: number; skew: number }) {
  const t = useTranslations("screen");
  const left = endsAt - useServerNow(at, skew, true, endsAt);
  return (
    <p className={band.timer} data-last={left <= 10_000}>
      {left > 0 ? clock(left) : t("timeUp")}
    </p>
  );
}
