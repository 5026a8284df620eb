"use client";
import { useTranslations } from "next-intl";
import { useFitting } from "@/app/_client/use-fitting";
import styles from "@/app/screen/_ui/question-board.module.css";
import room from "@/app/screen/_ui/room.module.css";
import type { Question } from "@/protocol/questions";

/** Stands in the place of the slide's title. */
export function QuestionTitle({ as: Title }: { as: "h1" | "h3" }) {
  const t = useTranslations("screen");
  return <Title className={room.title}>{t("questionsTitle")}</Title>;
}

/** What the room asks, pinned and most wanted first: as many as can be read from the back row. */
export function QuestionBoard({ questions }: { questions: Question[] | null }) {
  const t = useTranslations("screen");
  // Pinned ones and votes come in order from the server.
  const { ref, rest } = useFitting<HTMLUListElement>(questions);
  if (!questions) return null;
  if (questions.length === 0) return <p className={styles.none}>{t("questionsNone")}</p>;
  return (
    <div className={styles.board} data-fills>
      <ul ref={ref} className={styles.list}>
        {questions.map((question) => (
          <Entry key={question.id} question={question} />
        ))}
      </ul>
      {rest > 0 && <p className={styles.rest}>{t("questionsMore", { count: rest })}</p>}
    </div>
  );
}

function Entry({ question: { text, language, votes, mark, answered, answer } }: { question: Question }) {
  const t = useTranslations("screen");
  return (
    <li className={styles.question} data-pinned={mark === "pinned"} data-answered={answered}>
      <p className={styles.text}>
        {mark === "pinned" && <span className="unseen">{t("questionsPinned")} </span>}
        <span lang={language} dir="auto">
          {text}
        </span>
      </p>
      <p className={styles.fact}>
        {answered ? t("questionsAnswered") : t("questionsVotes", { count: votes })}
      </p>
      {answer && (
        <p className={styles.answer} dir="auto">
          {answer}
        </p>
      )}
    </li>
  );
}
