import { directionOf } from "@/app/_ui/direction";
import { type CardPrompt, letterOf, openOptions } from "@/app/(facilitator)/classes/[id]/_ui/card-set";
import { CardShape } from "@/app/(facilitator)/classes/[id]/_ui/card-shape";
import type { CardWords } from "@/app/(facilitator)/classes/[id]/_ui/card-words";
import styles from "@/app/(facilitator)/classes/[id]/_ui/cards.module.css";
import type { Item } from "@/protocol/kinds/base";

type Props = { slide: CardPrompt; number: number; words: CardWords };

/** What the letters and numbers mean at one prompt. */
export function CardSlip({ slide, number, words }: Props) {
  return (
    <section className={styles.slip} lang={slide.language} dir={directionOf(slide.language)}>
      <h3>
        <span>{number}</span> {slide.title}
      </h3>
      <p className={styles.how}>
        <bdi lang={words.language}>
          {words.say(`how.${slide.kind === "choice" && slide.pick > 1 ? "several" : slide.kind}`)}
        </bdi>
      </p>
      <Meaning slide={slide} />
    </section>
  );
}

function Meaning({ slide }: { slide: CardPrompt }) {
  switch (slide.kind) {
    case "choice":
      return slide.options.length > 0 ? <Letters items={slide.options} /> : <BlankLetters />;
    case "sort":
      return (
        <>
          <Letters items={slide.bins} />
          <Statements items={slide.statements} />
        </>
      );
    case "continuum":
      return (
        <>
          <Letters items={slide.zones} />
          <Statements items={slide.scenarios} />
        </>
      );
    case "scale":
      return (
        <>
          <p className={styles.ends}>
            <span>
              <b>1</b> {slide.low}
            </span>
            <span>
              <b>{slide.points}</b> {slide.high}
            </span>
          </p>
          <Statements items={slide.statements} />
        </>
      );
    case "rank":
      return (
        <p className={styles.ends}>
          <span>
            <b>↑</b> {slide.first}
          </span>
          <span>
            <b>↓</b> {slide.last}
          </span>
        </p>
      );
  }
}

function Letters({ items }: { items: Item[] }) {
  return (
    <ul className={styles.letters}>
      {items.map((item, index) => (
        <li key={item.id}>
          <CardShape index={index} />
          <b>{letterOf(index)}</b>
          <span>{item.text}</span>
        </li>
      ))}
    </ul>
  );
}

/** For themes, which get their names in the class. */
function BlankLetters() {
  return (
    <ul className={styles.letters}>
      {Array.from({ length: openOptions }, (_, index) => (
        <li key={letterOf(index)}>
          <CardShape index={index} />
          <b>{letterOf(index)}</b>
          <span className={styles.blank} />
        </li>
      ))}
    </ul>
  );
}

/** Numbered, since a facilitator says "now the third". */
function Statements({ items }: { items: Item[] }) {
  return (
    <ol className={styles.statements}>
      {items.map((item) => (
        <li key={item.id}>{item.text}</li>
      ))}
    </ol>
  );
}
