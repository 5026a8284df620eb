import { useTranslations } from "next-intl";
import type { RefObject } from "react";
import type { Leaves } from "@/app/_client/leaves";
import { countedOf, type OwnResponse } from "@/app/_client/notebook";
import { useKinds } from "@/app/_client/use-kinds";
import { piecesOf, promptSlide } from "@/app/_ui/kinds/phone";
import type { Said } from "@/app/_ui/kinds/phone-pieces";
import styles from "@/app/j/[code]/_ui/goodbye.module.css";
import { KeepsakeButton } from "@/app/j/[code]/_ui/keepsake-button";
import { OwnButton } from "@/app/j/[code]/_ui/own-button";
import { promiseSentence } from "@/app/j/[code]/_ui/promise";
import type { SessionPromise } from "@/protocol/views";

type Props = {
  /** Null when the server no longer tells what was set. */
  promise: SessionPromise | null;
  said: Said;
  responses: Record<string, OwnResponse>;
  leaves: Leaves;
  heading?: RefObject<HTMLHeadingElement | null>;
};

/** The end of a class: thanks, what is kept, and one's own answers once more. */
export function Goodbye({ promise, said, responses, leaves, heading }: Props) {
  const t = useTranslations("phone");
  useKinds(Object.values(leaves).map(({ slide }) => slide.kind));
  const sentence = promise && promiseSentence(promise);
  const written = Object.entries(leaves).flatMap(([promptId, { slide, draft }]) => {
    const own = responses[promptId];
    const counted = countedOf(own);
    const last = own?.value ?? draft;
    const value = counted ?? last;
    const asked = promptSlide(slide);
    return asked && value?.kind === slide.kind && !piecesOf(asked).empty(value)
      ? [{ promptId, slide: asked, value, counts: Boolean(counted), change: value === last ? null : last }]
      : [];
  });
  return (
    <main className={styles.goodbye}>
      <h1 ref={heading} tabIndex={-1}>
        {t("goodbyeTitle")}
      </h1>
      <p>{t("goodbyeText")}</p>
      <KeepsakeButton strong />
      {written.length > 0 && (
        <section aria-labelledby="written" className={styles.written}>
          <h2 id="written">{t("writtenTitle")}</h2>
          <p className={styles.hint}>{t("writtenHint")}</p>
          {written.map(({ promptId, slide, value, counts, change }) => {
            const { Own } = piecesOf(slide);
            return (
              <article key={promptId} className={styles.leaf}>
                <h3 {...said}>{slide.title}</h3>
                <Own slide={slide} value={value} said={said} />
                {change && (
                  <>
                    <h4>{t("yourChange")}</h4>
                    <Own slide={slide} value={change} said={said} />
                  </>
                )}
                {(change || !counts) && <p className={styles.hint}>{t("notSent")}</p>}
              </article>
            );
          })}
        </section>
      )}
      {sentence && (
        <section className={styles.kept}>
          <h2>{t("keptTitle")}</h2>
          <p>{t(sentence.key, sentence.values)}</p>
          <p>{t("keptMore")}</p>
        </section>
      )}
      <OwnButton />
    </main>
  );
}
