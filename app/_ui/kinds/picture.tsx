import styles from "@/app/_ui/kinds/picture.module.css";
import type { Item } from "@/protocol/kinds/base";

type Props = { of: Item; lang?: string; dir?: "ltr" | "rtl" };

/** The picture of an option, a statement or a scenario, in a frame of a fixed size; nothing without one. */
export function ItemPicture({ of: { picture }, lang, dir }: Props) {
  if (!picture) return null;
  return (
    <img
      className={styles.picture}
      src={picture.src}
      alt={picture.alt}
      width={120}
      height={90}
      decoding="async"
      lang={lang}
      dir={dir}
    />
  );
}
