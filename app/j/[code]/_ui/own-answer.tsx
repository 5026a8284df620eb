import { useTranslations } from "next-intl";
import type { OwnResponse } from "@/app/_client/notebook";
import { type PromptSlide, piecesOf } from "@/app/_ui/kinds/phone";
import type { Said } from "@/app/_ui/kinds/phone-pieces";
import styles from "@/app/j/[code]/_ui/prompt.module.css";
import { Status } from "@/app/j/[code]/_ui/status";

type Props = {
  slide: PromptSlide;
  own: OwnResponse;
  said: Said;
  /** Repeats the answer; not needed where the results mark it. */
  recap: boolean;
  /** Whether it can still be changed. */
  open: boolean;
};

export function OwnAnswer({ slide, own, said, recap, open }: Props) {
  const t = useTranslations("phone");
  const { Own } = piecesOf(slide);
  const lost = isLost(own);
  return (
    <div className={styles.answer}>
      <Status own={own} open={open} />
      <Earlier slide={slide} own={own} said={said} />
      {recap && own.value.kind === slide.kind && (
        <>
          <h2>{t(lost && own.counted ? "yourChange" : "yourAnswer")}</h2>
          <Own slide={slide} value={own.value} said={said} />
          {lost && own.counted && <p>{t("notSent")}</p>}
        </>
      )}
    </div>
  );
}

/** The answer that counts, when a change of it did not get through. */
export function Earlier({ slide, own, said }: Pick<Props, "slide" | "own" | "said">) {
  const t = useTranslations("phone");
  const { Own } = piecesOf(slide);
  if (!isLost(own) || own.counted?.kind !== slide.kind) return null;
  return (
    <>
      <h2>{t("countedTitle")}</h2>
      <Own slide={slide} value={own.counted} said={said} />
    </>
  );
}

const isLost = ({ status }: OwnResponse) => status === "late" || status === "refused";
