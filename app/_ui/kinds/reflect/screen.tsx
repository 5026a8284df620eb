import { useTranslations } from "next-intl";
import { Prose } from "@/app/_ui/kinds/prose";
import styles from "@/app/_ui/kinds/reflect/screen.module.css";
import type { ScreenProps } from "@/app/_ui/kinds/screen-props";

/** The question alone: what is written has no place here. How many are done stands in the foot. */
export function ReflectScreen({ slide }: ScreenProps<"reflect">) {
  const t = useTranslations("screen");
  return (
    <>
      {slide.intention && <p className={styles.intention}>{t("reflect.intention")}</p>}
      <Prose html={slide.body} />
      {slide.starter && <p className={styles.starter}>{slide.starter} …</p>}
      <p className={styles.hint}>{t("reflect.hint")}</p>
    </>
  );
}
