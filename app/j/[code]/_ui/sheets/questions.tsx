import { useTranslations } from "next-intl";
import { type RefObject, useRef, useState } from "react";
import { flushSync } from "react-dom";
import type { OwnQuestions } from "@/app/_client/own-questions";
import { Sheet } from "@/app/j/[code]/_ui/sheet";
import sheet from "@/app/j/[code]/_ui/sheet.module.css";
import { AskForm } from "@/app/j/[code]/_ui/sheets/ask-form";
import { ListedQuestion } from "@/app/j/[code]/_ui/sheets/listed-question";
import { OwnUnlisted } from "@/app/j/[code]/_ui/sheets/own-unlisted";
import styles from "@/app/j/[code]/_ui/sheets/questions.module.css";
import type { Question, QuestionMode } from "@/protocol/questions";

export type QuestionsSheetProps = {
  mode: QuestionMode;
  own: OwnQuestions;
  /** Null until the first list came. */
  listed: Question[] | null;
  online: boolean;
  /** What is being written, kept while the sheet is put away. */
  draft: RefObject<string>;
  onAsk: (text: string) => void;
  onWant: (id: string, wanted: boolean) => void;
  onWithdraw: (id: string) => void;
  onClose: () => void;
};

/** Ask, and see what the others ask. */
export function QuestionsSheet(props: QuestionsSheetProps) {
  const { mode, own, listed, online, draft, onAsk, onWant, onWithdraw, onClose } = props;
  const t = useTranslations("phone");
  const [said, setSaid] = useState<"asked" | "askedLater" | "withdrawn" | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const outcome = useRef<HTMLParagraphElement>(null);
  const ids = new Set<string>(listed?.map(({ id }) => id));
  const unlisted = Object.entries(own).filter(([id, { text, wanted }]) => text && wanted && !ids.has(id));
  const shown = listed?.filter(({ id }) => !own[id]?.text || own[id].wanted) ?? [];

  const ask = (text: string) => {
    onAsk(text);
    flushSync(() => setSaid(online ? "asked" : "askedLater"));
    // On a small phone it stands below the edge.
    outcome.current?.focus();
  };
  const withdraw = (id: string) => {
    onWithdraw(id);
    setSaid("withdrawn");
    // The button goes with the question.
    heading.current?.focus();
  };
  return (
    <Sheet title={t("questions.title")} onClose={onClose}>
      {() => (
        <>
          {mode === "off" ? (
            <p>{t("questions.off")}</p>
          ) : (
            <AskForm mode={mode} draft={draft} onAsk={ask} onWrite={() => setSaid(null)} />
          )}
          <p ref={outcome} role="status" tabIndex={-1} className={styles.said} hidden={!said}>
            {said && t(`questions.${said}`)}
          </p>
          {unlisted.length > 0 && (
            <section className={styles.part} aria-labelledby="own-questions">
              <h3 id="own-questions">{t("questions.ownTitle")}</h3>
              <ul className={styles.list}>
                {unlisted.map(([id, question]) => (
                  <OwnUnlisted key={id} question={question} mode={mode} onWithdraw={() => withdraw(id)} />
                ))}
              </ul>
            </section>
          )}
          <section className={styles.part} aria-labelledby="all-questions">
            <h3 id="all-questions" ref={heading} tabIndex={-1}>
              {t("questions.listTitle")}
            </h3>
            {listed === null && (
              <p className={sheet.hint}>{t(online ? "questions.loading" : "questions.unreachable")}</p>
            )}
            {listed !== null && shown.length === 0 && <p className={sheet.hint}>{t("questions.none")}</p>}
            {shown.length > 0 && (
              <ul className={styles.list}>
                {shown.map((question) => (
                  <ListedQuestion
                    key={question.id}
                    question={question}
                    own={own[question.id]}
                    onWant={(wanted) => onWant(question.id, wanted)}
                    onWithdraw={() => withdraw(question.id)}
                  />
                ))}
              </ul>
            )}
          </section>
        </>
      )}
    </Sheet>
  );
}
