"use client";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Link } from "@/app/_client/live";
import { useFit } from "@/app/_client/use-fit";
import { directionOf } from "@/app/_ui/direction";
import { KindScreen } from "@/app/_ui/kinds/screen";
import { runningOf } from "@/app/_ui/kinds/timed-props";
import { Band } from "@/app/screen/_ui/band";
import { Goodbye } from "@/app/screen/_ui/goodbye";
import { Join } from "@/app/screen/_ui/join";
import { Lobby } from "@/app/screen/_ui/lobby";
import { Note } from "@/app/screen/_ui/note";
import { QuestionBoard, QuestionTitle } from "@/app/screen/_ui/question-board";
import styles from "@/app/screen/_ui/room.module.css";
import type { Question } from "@/protocol/questions";
import type { ScreenView } from "@/protocol/views";

export type RoomProps = {
  view: ScreenView;
  /** Server clock minus this device's. */
  skew: number;
  /** Phones in the room; null before the first count came. */
  phones: number | null;
  /** Responses to the current prompt; null before the first count came. */
  responses: number | null;
  /** What the room asks; null before the first list came. */
  questions?: Question[] | null;
  facilitatorHere: boolean;
  link: Link;
  /** The QR code of the join link, drawn on the server. */
  qr: ReactNode;
  children?: ReactNode;
};

/** The picture of the room: one slide, one thought, the code always in the same corner. */
export function Room(props: RoomProps) {
  const { view, phones, questions = null, qr, children } = props;
  const { outer, inner } = useFit();
  const lobby = view.status === "lobby";
  return (
    <main className={styles.room} ref={outer} data-blank={view.blank}>
      <div className={styles.slide} ref={inner}>
        {view.status === "ended" && <Goodbye />}
        {lobby && <Lobby view={view} phones={phones} qr={qr} />}
        {view.status === "live" && (
          <>
            <header className={styles.head}>
              {view.blank ? (
                <BlankTitle />
              ) : view.questionsShown ? (
                <QuestionTitle />
              ) : (
                <Heading view={view} />
              )}
              {view.code && <Join code={view.code} joinUrl={view.joinUrl} qr={qr} />}
            </header>
            {!view.blank && view.questionsShown && <QuestionBoard questions={questions} />}
            {!view.blank && !view.questionsShown && <Body view={view} skew={props.skew} />}
          </>
        )}
      </div>
      <footer className={styles.foot}>
        {view.status !== "ended" && <Band {...props} />}
        <Note {...props} />
      </footer>
      {children}
    </main>
  );
}

function Heading({ view }: { view: ScreenView }) {
  if (!view.slide) return <div />;
  return (
    <div lang={view.slide.language} dir={directionOf(view.slide.language)}>
      {view.slide.part && <p className={styles.part}>{view.slide.part}</p>}
      <h1>{view.slide.title}</h1>
    </div>
  );
}

/** A blank page says nothing to the eye; a screen reader is told that this is meant. */
function BlankTitle() {
  const t = useTranslations("screen");
  return <h1 className="unseen">{t("blank")}</h1>;
}

function Body({ view, skew }: { view: ScreenView; skew: number }) {
  const t = useTranslations("screen");
  if (!view.slide) return null;
  if (view.prompt?.heldBack && !view.prompt.results)
    return (
      <div className={styles.held}>
        <p>
          <b>{t("heldTitle")}</b>
        </p>
        <p>{t("heldBack")}</p>
      </div>
    );
  return (
    <div className={styles.body} lang={view.slide.language} dir={directionOf(view.slide.language)}>
      <KindScreen
        key={view.slide.id}
        slide={view.slide}
        results={view.prompt?.results ?? null}
        earlier={view.prompt?.earlier ?? null}
        running={runningOf(view, skew)}
      />
      {view.recalled?.results && <Recalled recalled={view.recalled} />}
    </div>
  );
}

/** What the room said earlier, on a later slide. */
function Recalled({ recalled }: { recalled: NonNullable<ScreenView["recalled"]> }) {
  const { slide, results, earlier } = recalled;
  return (
    <section className={styles.recalled} lang={slide.language} dir={directionOf(slide.language)}>
      <h2>{slide.title}</h2>
      <KindScreen key={slide.id} slide={slide} results={results} earlier={earlier} />
    </section>
  );
}
