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
  return (
    <div className={styles.answer}>
      <Status status={own.status} open={open} />
      {recap && own.value.kind === slide.kind && (
        <>
          <h2>{t("yourAnswer")}</h2>
          <Own slide={slide} value={own.value} said={said} />
        </>
      )}
    </div>
  );
}
