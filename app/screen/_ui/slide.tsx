import { useTranslations } from "next-intl";
import { directionOf } from "@/app/_ui/direction";
import { KindScreen } from "@/app/_ui/kinds/screen";
import { runningOf } from "@/app/_ui/kinds/timed-props";
import styles from "@/app/screen/_ui/room.module.css";
import type { ScreenView } from "@/protocol/views";

/** The slide's title and its part. `as`: the screen's own heading, or one within the console. */
export function SlideTitle({ view: { slide }, as: Title }: { view: ScreenView; as: "h1" | "h3" }) {
  if (!slide) return <div />;
  return (
    <div lang={slide.language} dir={directionOf(slide.language)}>
      {slide.part && <p className={styles.part}>{slide.part}</p>}
      <Title className={styles.title}>{slide.title}</Title>
    </div>
  );
}

type BodyProps = { view: ScreenView; skew: number; as: "h2" | "h4" };

/** What the room sees below the title; `as` is the heading of what it recalls. */
export function SlideBody({ view, skew, as }: BodyProps) {
  const t = useTranslations("screen");
  const { slide, prompt, recalled } = view;
  if (!slide) return null;
  if (prompt?.heldBack && !prompt.results)
    return (
      <div className={styles.held}>
        <p>
          <b>{t("heldTitle")}</b>
        </p>
        <p>{t("heldBack")}</p>
      </div>
    );
  return (
    <div className={styles.body} lang={slide.language} dir={directionOf(slide.language)}>
      <KindScreen
        key={slide.id}
        slide={slide}
        results={prompt?.results ?? null}
        earlier={prompt?.earlier ?? null}
        running={runningOf(view, skew)}
      />
      {recalled?.results && <Recalled recalled={recalled} as={as} />}
    </div>
  );
}

type RecalledProps = { recalled: NonNullable<ScreenView["recalled"]>; as: BodyProps["as"] };

/** What the room said earlier, on a later slide. */
function Recalled({ recalled: { slide, results, earlier }, as: Title }: RecalledProps) {
  return (
    <section className={styles.recalled} lang={slide.language} dir={directionOf(slide.language)}>
      <Title>{slide.title}</Title>
      <KindScreen key={slide.id} slide={slide} results={results} earlier={earlier} />
    </section>
  );
}
