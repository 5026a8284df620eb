import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { directionOf } from "@/app/_ui/direction";
import { type CardSet, cardSetOf, letterOf, sheetsOf } from "@/app/(facilitator)/classes/[id]/_ui/card-set";
import { CardShape } from "@/app/(facilitator)/classes/[id]/_ui/card-shape";
import { CardSlip } from "@/app/(facilitator)/classes/[id]/_ui/card-slip";
import { type CardWords, cardWords } from "@/app/(facilitator)/classes/[id]/_ui/card-words";
import styles from "@/app/(facilitator)/classes/[id]/_ui/cards.module.css";
import { Printable } from "@/app/(facilitator)/classes/[id]/_ui/printable";
import { mostSets } from "@/app/(facilitator)/classes/[id]/_ui/sets";
import type { ClassPage } from "@/protocol/classes";

const perPage = 8;

/** Cards for parents without a phone, to be cut out, and what they mean at each prompt. */
export async function CardsSheet({ page, sets }: { page: ClassPage; sets: number }) {
  return <Cards page={page} sets={sets} words={await cardWords(page.language)} />;
}

function Cards({ page, sets, words }: { page: ClassPage; sets: number; words: CardWords }) {
  const t = useTranslations("classes.cards");
  const set = cardSetOf(page.slides);
  const none = set.prompts.length === 0;
  return (
    <Printable
      page={page}
      paper="cards"
      query={{ sets: String(sets) }}
      above={
        <>
          <h1 className={styles.title}>{t("title")}</h1>
          <p className={styles.explained}>{t(none ? "none" : "explained")}</p>
          {!none && <HowMany language={page.language} sets={sets} />}
        </>
      }
    >
      {!none && (
        <>
          <OneSet page={page} set={set} words={words} />
          {/* The display shows one set; paper gets them all, and whoever listens hears one. */}
          {Array.from({ length: sets - 1 }, (_, more) => (
            <div key={`set-${more.toString()}`} className={styles.more} aria-hidden="true">
              <OneSet page={page} set={set} words={words} />
            </div>
          ))}
        </>
      )}
    </Printable>
  );
}

function HowMany({ language, sets }: { language: string; sets: number }) {
  const t = useTranslations("classes.cards");
  return (
    <form className={styles.form}>
      <input type="hidden" name="language" value={language} />
      <label htmlFor="sets">{t("sets")}</label>
      <input
        id="sets"
        name="sets"
        type="number"
        className="field"
        min={1}
        max={mostSets}
        defaultValue={sets}
        required
      />
      <button type="submit" className="button quiet">
        {t("take")}
      </button>
      <p role="status">{t("printed", { count: sets })}</p>
    </form>
  );
}

function OneSet({ page, set, words }: { page: ClassPage; set: CardSet; words: CardWords }) {
  const t = useTranslations("classes.cards");
  const cards = [
    ...Array.from({ length: set.letters }, (_, index) => <LetterCard key={letterOf(index)} index={index} />),
    ...Array.from({ length: set.points }, (_, index) => (
      <NumberCard key={`number-${index.toString()}`} number={index + 1} of={set.points} />
    )),
    ...set.ranks.flatMap((slide) =>
      slide.items.map((item) => (
        <div
          key={`${slide.id} ${item.id}`}
          className={styles.item}
          lang={slide.language}
          dir={directionOf(slide.language)}
        >
          <p>{item.text}</p>
          <p className={styles.of}>{slide.title}</p>
        </div>
      )),
    ),
  ];
  return (
    <div className={styles.set}>
      <section className={styles.pages} aria-label={t("toCut")}>
        {sheetsOf(cards, perPage).map((sheet, index) => (
          <Sheet key={`sheet-${index.toString()}`}>{sheet}</Sheet>
        ))}
      </section>
      <section className={styles.slips}>
        <header>
          <p lang={page.language} dir={directionOf(page.language)}>
            {page.title}
          </p>
          <h2 lang={words.language}>{words.say("meaning")}</h2>
        </header>
        <div className={styles.columns} dir={directionOf(page.language)}>
          {set.prompts.map((slide) => (
            <CardSlip key={slide.id} slide={slide} number={page.slides.indexOf(slide) + 1} words={words} />
          ))}
        </div>
      </section>
    </div>
  );
}

function Sheet({ children }: { children: ReactNode[] }) {
  return (
    <ul className={styles.sheet}>
      {children.map((card, index) => (
        <li key={`card-${index.toString()}`}>{card}</li>
      ))}
    </ul>
  );
}

function LetterCard({ index }: { index: number }) {
  return (
    <div className={styles.letter}>
      <b>{letterOf(index)}</b>
      <CardShape index={index} />
    </div>
  );
}

function NumberCard({ number, of }: { number: number; of: number }) {
  return (
    <div className={styles.letter}>
      <b>{number}</b>
      <span className={styles.dots} aria-hidden="true">
        {Array.from({ length: of }, (_, index) => (
          <span key={`dot-${index.toString()}`} data-full={index < number} />
        ))}
      </span>
    </div>
  );
}
