import { useTranslations } from "next-intl";
import { isTimed } from "@/app/_client/console-presses";
import { useFit } from "@/app/_client/use-fit";
import { Band } from "@/app/screen/_ui/band";
import { Goodbye } from "@/app/screen/_ui/goodbye";
import { Join } from "@/app/screen/_ui/join";
import { Lobby } from "@/app/screen/_ui/lobby";
import { QuestionBoard, QuestionTitle } from "@/app/screen/_ui/question-board";
import room from "@/app/screen/_ui/room.module.css";
import { SlideBody, SlideTitle } from "@/app/screen/_ui/slide";
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
                    {view.blank ? (
                      <p className={styles.blank}>{t("blank")}</p>
                    ) : view.questionsShown ? (
                      <QuestionTitle as="h3" />
                    ) : (
                      <SlideTitle view={seen} as="h3" />
                    )}
                    {view.code && <Join code={view.code} joinUrl={view.joinUrl} qr={qr} />}
                  </header>
                  {!view.blank && view.questionsShown && <QuestionBoard questions={listed(desk.questions)} />}
                  {!view.blank && !view.questionsShown && <SlideBody view={seen} skew={skew} as="h4" />}
                </>
              )}
            </div>
            {view.status !== "ended" && (
              <div className={room.foot}>
                <Band view={seen} skew={skew} responses={responses} silent />
              </div>
            )}
          </div>
        </div>
      </div>
    </section>
  );
}

/** In which words a prompt stands: it takes answers, lets people write, or runs in time. */
export function standsAs(slide: ConsoleView["slide"]): "phase" | "writing" | "timed" {
  if (isTimed(slide)) return "timed";
  return slide?.kind === "reflect" ? "writing" : "phase";
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
      {t(`${standsAs(view.slide)}.${view.prompt.phase}`)}
      {view.prompt.round === 2 && ` · ${t("second")}`}
      {view.prompt.shown && ` · ${t(view.prompt.results ? "shown" : "held")}`}
    </span>
  );
}

/** The screen asks for them itself, and gets those that everybody may see. */
function listed(questions: Question[] | null): Question[] | null {
  return questions?.filter(({ mark, held }) => mark !== "hidden" && !held) ?? null;
}
