import { useTranslations } from "next-intl";
import type { RoomProps } from "@/app/screen/_ui/room";
import styles from "@/app/screen/_ui/room.module.css";

/** What is not connected, in plain words, in a quiet corner; nothing when all is well. */
export function Note({ view, link, facilitatorHere }: Pick<RoomProps, "view" | "link" | "facilitatorHere">) {
  const t = useTranslations("screen");
  const away = view.status !== "ended" && !facilitatorHere;
  const text = link === "online" ? (away ? t("facilitatorAway") : null) : t(`link.${link}`);
  return (
    <p className={styles.note} role="status" data-link={link}>
      {text}
    </p>
  );
}
