import { useTranslations } from "next-intl";
import { promptSlide } from "@/app/_ui/kinds/phone";
import type { Said } from "@/app/_ui/kinds/phone-pieces";
import styles from "@/app/j/[code]/_ui/prompt.module.css";
import { Results } from "@/app/j/[code]/_ui/results";
import type { PhoneView } from "@/protocol/views";

type Props = { recalled: NonNullable<PhoneView["recalled"]>; said: Said };

/** What the group said earlier, on a later slide. */
export function Recalled({ recalled, said }: Props) {
  const t = useTranslations("phone");
  const { results, earlier } = recalled;
  const slide = promptSlide(recalled.slide);
  if (!slide || results?.kind !== slide.kind) return null;
  return (
    <div className={styles.recalled}>
      <p>{t("recalled")}</p>
      <p {...said}>
        <b>{slide.title}</b>
      </p>
      <Results slide={slide} results={results} earlier={earlier} again own={null} said={said} />
    </div>
  );
}
