import { useTranslations } from "next-intl";
import type { RoomProps } from "@/app/screen/_ui/room";
import styles from "@/app/screen/_ui/room.module.css";

/** What is not connected, in plain words, in a quiet corner; nothing when all is well. */
export function Note({ view, link, facilitatorHere }: Pick<RoomProps, "view" | "link" | "facilitatorHere">) {
  const t = useTranslations("screen");
  // After the goodbye there is nothing left to be connected to.
  if (view.status === "ended") return null;
  const away = facilitatorHere ? null : t("facilitatorAway");
  const text = link === "online" ? away : t(`link.${link}`);
  return (
    <p className={styles.note} role="status" data-link={link}>
      {text}
    </p>
  );
}
