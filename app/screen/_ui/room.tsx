"use client";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Link } from "@/app/_client/live";
import { useFit } from "@/app/_client/use-fit";
import { Band } from "@/app/screen/_ui/band";
import { Goodbye } from "@/app/screen/_ui/goodbye";
import { Join } from "@/app/screen/_ui/join";
import { Lobby } from "@/app/screen/_ui/lobby";
import { Note } from "@/app/screen/_ui/note";
import { QuestionBoard, QuestionTitle } from "@/app/screen/_ui/question-board";
import styles from "@/app/screen/_ui/room.module.css";
import { SlideBody, SlideTitle } from "@/app/screen/_ui/slide";
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
                <QuestionTitle as="h1" />
              ) : (
                <SlideTitle view={view} as="h1" />
              )}
              {view.code && <Join code={view.code} joinUrl={view.joinUrl} qr={qr} />}
            </header>
            {!view.blank && view.questionsShown && <QuestionBoard questions={questions} />}
            {!view.blank && !view.questionsShown && <SlideBody view={view} skew={props.skew} as="h2" />}
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

/** A blank page says nothing to the eye; a screen reader is told that this is meant. */
function BlankTitle() {
  const t = useTranslations("screen");
  return <h1 className="unseen">{t("blank")}</h1>;
}
