import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { usePages } from "@/app/_client/use-pages";
import { byTheme } from "@/app/_ui/kinds/open/by-theme";
import { pagesOf, readingSeconds } from "@/app/_ui/kinds/open/pages";
import styles from "@/app/_ui/kinds/open/screen.module.css";
import { Prose } from "@/app/_ui/kinds/prose";
import type { ScreenProps } from "@/app/_ui/kinds/screen-props";

export function OpenScreen({ slide, results }: ScreenProps<"open">) {
  const t = useTranslations("screen");
  if (!results)
    return (
      <>
        <Prose html={slide.body} />
        <p className={styles.hint}>{t("openHint")}</p>
      </>
    );
  return (
    <>
      <Prose html={slide.body} className={styles.body} />
      <Wall results={results} />
      <Prose html={slide.explanation} className={styles.explanation} />
    </>
  );
}

function Wall({ results }: { results: NonNullable<ScreenProps<"open">["results"]> }) {
  const t = useTranslations("screen");
  const pages = useMemo(() => {
    const cards = results.cards.filter((card) => card.mark !== "hidden" && !card.held);
    return pagesOf(byTheme(cards, results.themes).flatMap((group) => group.cards));
  }, [results]);
  const seconds = useMemo(() => pages.map(readingSeconds), [pages]);
  const { page, paused, turn, pause } = usePages(seconds);
  const cards = pages[page] ?? [];
  return (
    <>
      <div className={styles.wall}>
        {byTheme(cards, results.themes).map(({ theme, cards: some }) => (
          <section key={theme?.id ?? ""}>
            {theme && <h2 dir="auto">{theme.name}</h2>}
            {!theme && results.themes.length > 0 && <h2 className={styles.loose}>{t("noTheme")}</h2>}
            <ul>
              {some.map((card) => (
                <li key={card.id} dir="auto" data-pinned={card.mark === "pinned"}>
                  {card.mark === "pinned" && <span className="unseen">{t("pinned")} </span>}
                  {card.text}
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
      {pages.length > 1 && (
        <div className={styles.pages}>
          <p>{t("wallPage", { page: page + 1, pages: pages.length })}</p>
          <div className={styles.controls} data-idle-hidden>
            <button type="button" onClick={() => turn(-1)}>
              {t("wallBack")}
            </button>
            <button type="button" onClick={pause} aria-pressed={paused}>
              {t("wallPause")}
            </button>
            <button type="button" onClick={() => turn(1)}>
              {t("wallNext")}
            </button>
          </div>
        </div>
      )}
    </>
  );
}
