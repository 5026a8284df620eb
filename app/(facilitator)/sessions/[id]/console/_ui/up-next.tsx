import { useTranslations } from "next-intl";
import type { ConsoleView } from "@/protocol/views";
import styles from "./up-next.module.css";

/** What comes after this slide, small. */
export function UpNext({ view }: { view: ConsoleView }) {
  const t = useTranslations("console.upNext");
  if (view.status === "ended") return null;
  const { upNext, step, steps } = view;
  const lines = view.status === "live" ? steps - 1 - step : 0;
  return (
    <section className={styles.next} aria-labelledby="next-title">
      <h2 id="next-title">{view.status === "lobby" ? t("first") : t("title")}</h2>
      {lines > 0 && <p>{t("lines", { count: lines })}</p>}
      {upNext ? (
        <p>
          <b lang={view.language} dir="auto">
            {upNext.title}
          </b>{" "}
          <span>{t(`kind.${upNext.kind}`)}</span>
        </p>
      ) : (
        <p>{t("last")}</p>
      )}
    </section>
  );
}
