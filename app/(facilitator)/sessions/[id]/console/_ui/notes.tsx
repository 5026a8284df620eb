import { useTranslations } from "next-intl";
import { answersOf } from "@/app/_ui/kinds/console";
import { Prose } from "@/app/_ui/kinds/prose";
import type { ConsoleView } from "@/protocol/views";
import { markAloud } from "./aloud";
import styles from "./notes.module.css";

/** What the facilitator says and knows, and the room does not see (yet). */
export function Notes({ view }: { view: ConsoleView }) {
  const t = useTranslations("console.notes");
  if (!view.slide) return null;
  return (
    <details className={styles.notes} open>
      <summary>
        <h2>{t("title")}</h2>
      </summary>
      {view.slide.notes === "" ? (
        <p className={styles.none}>{t("none")}</p>
      ) : (
        <div lang={view.language} dir="auto">
          <Prose html={markAloud(view.slide.notes)} className={styles.text} />
        </div>
      )}
      <BehindTheReveal view={view} />
    </details>
  );
}

/** The right answer and the explanation, for as long as only the facilitator has them. */
function BehindTheReveal({ view: { slide, prompt, language } }: { view: ConsoleView }) {
  const t = useTranslations("console.notes");
  if (!slide || !prompt) return null;
  // Of two planned rounds only the second one brings the answer.
  const last = !("rounds" in slide) || prompt.round >= slide.rounds;
  if (last && prompt.shown && prompt.phase === "closed") return null;
  const answers = answersOf(slide);
  if (answers.length === 0 && slide.explanation === "") return null;
  return (
    <section className={styles.reveal}>
      <h3>{t("reveal")}</h3>
      <p className={styles.none}>{t("revealText")}</p>
      {answers.length > 0 && (
        <p lang={language}>
          <b>{t("answers", { count: answers.length })}</b> {answers.join(" · ")}
        </p>
      )}
      <div lang={language}>
        <Prose html={slide.explanation} />
      </div>
    </section>
  );
}
