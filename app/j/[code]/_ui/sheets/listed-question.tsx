import { useTranslations } from "next-intl";
import type { OwnQuestion } from "@/app/_client/own-questions";
import shared from "@/app/_ui/kinds/phone.module.css";
import styles from "@/app/j/[code]/_ui/sheets/questions.module.css";
import type { Question } from "@/protocol/questions";

type Props = {
  question: Question;
  own: OwnQuestion | undefined;
  onWant: (wanted: boolean) => void;
  onWithdraw: () => void;
};

/** A question that everybody sees. */
export function ListedQuestion({ question, own, onWant, onWithdraw }: Props) {
  const t = useTranslations("phone");
  const mine = Boolean(own?.text);
  const wanted = own?.text === null && own.wanted;
  const pinned = question.mark === "pinned";
  return (
    <li data-question={question.id}>
      {(pinned || mine || question.answered) && (
        <p className={styles.tags}>
          {pinned && <span className={shared.tag}>{t("questions.pinned")}</span>}
          {mine && <span className={shared.tag}>{t("questions.mine")}</span>}
          {question.answered && <span className={shared.tag}>✓ {t("questions.answered")}</span>}
        </p>
      )}
      <p dir="auto" className={shared.text}>
        {question.text}
      </p>
      {question.answer && (
        <div className={styles.answer}>
          <h4>{t("questions.answer")}</h4>
          <p dir="auto" className={shared.text}>
            {question.answer}
          </p>
        </div>
      )}
      <div className={styles.row}>
        <p>{t("questions.votes", { count: question.votes })}</p>
        {mine ? (
          <button type="button" className="button quiet" onClick={onWithdraw}>
            {t("questions.withdraw")}
          </button>
        ) : (
          !question.answered && (
            <button
              type="button"
              className={`button quiet ${styles.want}`}
              aria-pressed={wanted}
              onClick={() => onWant(!wanted)}
            >
              <span aria-hidden="true">{wanted ? "✓" : "+"}</span> {t("questions.want")}
            </button>
          )
        )}
      </div>
    </li>
  );
}
