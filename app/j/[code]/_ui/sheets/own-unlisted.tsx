import { useTranslations } from "next-intl";
import type { OwnQuestion } from "@/app/_client/own-questions";
import shared from "@/app/_ui/kinds/phone.module.css";
import styles from "@/app/j/[code]/_ui/sheets/questions.module.css";
import type { QuestionMode } from "@/protocol/questions";

type Props = { question: OwnQuestion; mode: QuestionMode; onWithdraw: () => void };

/** One's own question that the others do not see: on its way, waiting for a look, or not taken. */
export function OwnUnlisted({ question, mode, onWithdraw }: Props) {
  const t = useTranslations("phone");
  const { text, status } = question;
  const word = status === "sent" ? (mode === "approved" ? "held" : "sent") : status;
  return (
    <li data-own={status}>
      <p dir="auto" className={shared.text}>
        {text}
      </p>
      <div className={styles.row}>
        <p>{t(`questions.status.${word}`)}</p>
        <button type="button" className="button quiet" onClick={onWithdraw}>
          {t(status === "refused" ? "questions.putAway" : "questions.withdraw")}
        </button>
      </div>
    </li>
  );
}
