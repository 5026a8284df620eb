import { useLocale, useTranslations } from "next-intl";
import { type ReactNode, useRef, useState } from "react";
import type { QuestionChange } from "@/app/_client/question-desk";
import { languageName } from "@/app/_ui/language-name";
import type { Question } from "@/protocol/questions";
import { QuestionAnswer } from "./question-answer";
import styles from "./questions.module.css";

type Props = {
  question: Question;
  /** The console's own language: of others it says the name. */
  language: string;
  onMark: (change: QuestionChange) => Promise<boolean>;
};

/** One question with what can be done about it; every button says what it will do. */
export function QuestionCard({ question, language, onMark }: Props) {
  const t = useTranslations("console.questions");
  const reader = useLocale();
  const [writing, setWriting] = useState(false);
  const card = useRef<HTMLLIElement>(null);
  const { id, mark, held, answered, answer } = question;
  const hidden = mark === "hidden";
  // Answering lets it go: it would be odd to keep an answered question back.
  const answering = { answered: true, ...(mark === "none" && { mark: "approved" as const }) };
  const stopWriting = () => {
    setWriting(false);
    card.current?.focus();
  };
  const set = (change: Omit<QuestionChange, "id">) => () => void onMark({ id, ...change });
  return (
    <li ref={card} tabIndex={-1} className={styles.question} data-held={held && !hidden} data-hidden={hidden}>
      <p className={styles.text} lang={question.language} dir="auto">
        {question.text}
      </p>
      <p className={styles.facts}>
        <span>{t("votes", { count: question.votes })}</span>
        {mark === "pinned" && <span>{t("pinned")}</span>}
        {answered && <span>{t(answer ? "answeredInWriting" : "answeredAloud")}</span>}
        {question.language !== language && (
          <span>{t("language", { language: languageName(question.language, reader) })}</span>
        )}
      </p>
      {answer !== "" && !writing && (
        <p className={styles.answer} lang={language} dir="auto">
          {answer}
        </p>
      )}
      {writing ? (
        <QuestionAnswer
          answer={answer}
          language={language}
          onCancel={stopWriting}
          onSave={async (text) => {
            if (await onMark({ id, ...answering, answer: text })) stopWriting();
          }}
        />
      ) : (
        <div className={styles.actions}>
          {hidden && <Action onClick={set({ mark: "approved" })}>{t("unhide")}</Action>}
          {!hidden && held && <Action onClick={set({ mark: "approved" })}>{t("approve")}</Action>}
          {!hidden && !held && (
            <>
              {!answered && <Action onClick={set({ ...answering, answer: "" })}>{t("aloud")}</Action>}
              <Action onClick={() => setWriting(true)}>{t(answer ? "rewrite" : "write")}</Action>
              {answered && <Action onClick={set({ answered: false, answer: "" })}>{t("reopen")}</Action>}
              {!answered && (
                <Action onClick={set({ mark: mark === "pinned" ? "approved" : "pinned" })}>
                  {t(mark === "pinned" ? "unpin" : "pin")}
                </Action>
              )}
            </>
          )}
          {!hidden && <Action onClick={set({ mark: "hidden" })}>{t("hide")}</Action>}
        </div>
      )}
    </li>
  );
}

function Action({ onClick, children }: { onClick: () => void; children: ReactNode }) {
  return (
    <button type="button" className="button quiet" onClick={onClick}>
      {children}
    </button>
  );
}
