import { useTranslations } from "next-intl";
import styles from "@/app/(facilitator)/sessions/[id]/summary/_ui/asked.module.css";
import type { Question } from "@/protocol/questions";

/** What parents asked, with what was answered in writing. Hidden questions stay hidden. */
export function Asked({ questions }: { questions: Question[] }) {
  const t = useTranslations("summary.asked");
  const seen = questions.filter(({ mark }) => mark !== "hidden");
  if (seen.length === 0) return null;
  return (
    <section className={styles.asked} aria-labelledby="asked">
      <h2 id="asked">{t("title")}</h2>
      <ul>
        {seen.map((question) => (
          <li key={question.id}>
            <p className={styles.question} lang={question.language || undefined} dir="auto">
              {question.text}
            </p>
            <p className={styles.facts}>
              <span>{t("votes", { count: question.votes })}</span>
              <span>{t(stateOf(question))}</span>
            </p>
            {question.answer && (
              <p className={styles.answer} dir="auto">
                {question.answer}
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function stateOf({ held, mark, answered }: Question) {
  if (held && mark === "none") return "waiting";
  return answered ? "answered" : "unanswered";
}
