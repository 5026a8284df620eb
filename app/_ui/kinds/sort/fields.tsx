import { useTranslations } from "next-intl";
import { type ChangeEvent, type MouseEvent, useRef, useState } from "react";
import type { FieldsProps } from "@/app/_ui/kinds/phone-pieces";
import { ItemPicture } from "@/app/_ui/kinds/picture";
import { nextOpen } from "@/app/_ui/kinds/sort/bins";
import styles from "@/app/_ui/kinds/sort/phone.module.css";

export const field = (statementId: string) => `bin-${statementId}`;

/** How long a tapped bin is seen before the next statement comes. */
const seenMs = 280;

/**
 * One statement after another, as cards that lie on each other: the one with the
 * focus is on top. So the tab key, a screen reader and the sentence that something
 * is lacking all reach every card, and nothing on the page moves between them.
 */
export function Fields({ slide, initial, said, lackId }: FieldsProps<"sort">) {
  const t = useTranslations("phone");
  const ids = slide.statements.map(({ id }) => id);
  const [bins, setBins] = useState<Record<string, string>>(initial?.bins ?? {});
  const [at, setAt] = useState(() => nextOpen(ids, bins, ids.length - 1) ?? 0);
  const cards = useRef<HTMLDivElement>(null);
  const done = ids.filter((id) => Object.hasOwn(bins, id)).length;

  const turnTo = (index: number) => {
    const card = cards.current?.children[index];
    const radio = card?.querySelector<HTMLElement>(":checked") ?? card?.querySelector("input");
    radio?.focus();
  };
  const choose = ({ currentTarget: { form } }: ChangeEvent<HTMLInputElement>) => {
    const typed = new FormData(form ?? undefined);
    setBins(
      Object.fromEntries(
        ids.flatMap((id) => {
          const bin = typed.get(field(id));
          return typeof bin === "string" ? [[id, bin]] : [];
        }),
      ),
    );
  };
  // A tap means it. The arrow keys choose in passing, and a press of theirs counts no clicks.
  const leave = ({ detail, currentTarget }: MouseEvent<HTMLInputElement>, index: number) => {
    const chosen = { ...bins, [ids[index] ?? ""]: currentTarget.value };
    const next = nextOpen(ids, chosen, index);
    const again = Object.hasOwn(bins, ids[index] ?? "");
    if (detail === 0 || again || next === undefined) return;
    setTimeout(() => currentTarget.matches(":checked") && turnTo(next), seenMs);
  };

  return (
    <div className={styles.sort}>
      <div className={styles.progress}>
        <p>
          {t("sort.place", { place: at + 1, all: ids.length })}
          <span className={styles.left}>{t("sort.left", { count: ids.length - done })}</span>
        </p>
        <span className={styles.ticks} aria-hidden="true">
          {ids.map((id, index) => (
            <span key={id} data-done={Object.hasOwn(bins, id)} data-current={index === at} />
          ))}
        </span>
      </div>
      <div ref={cards} className={styles.cards} dir={said.dir}>
        {slide.statements.map((statement, index) => (
          <fieldset
            key={statement.id}
            className={styles.card}
            data-current={index === at}
            onFocus={() => setAt(index)}
            aria-describedby={lackId}
          >
            <legend className={styles.ask}>
              <span className="unseen">{t("sort.place", { place: index + 1, all: ids.length })}: </span>
              <span {...said}>{statement.text}</span>
            </legend>
            <ItemPicture of={statement} {...said} />
            <div className={styles.bins}>
              {slide.bins.map((bin) => (
                <label key={bin.id} className={styles.bin}>
                  <input
                    type="radio"
                    name={field(statement.id)}
                    value={bin.id}
                    defaultChecked={initial?.bins[statement.id] === bin.id}
                    onChange={choose}
                    onClick={(event) => leave(event, index)}
                  />
                  <span {...said}>{bin.text}</span>
                  <ItemPicture of={bin} {...said} />
                </label>
              ))}
            </div>
          </fieldset>
        ))}
      </div>
      {/* For the thumb: the tab key goes from card to card by itself. */}
      <div className={styles.turn}>
        <button type="button" tabIndex={-1} aria-disabled={at === 0} onClick={() => turnTo(at - 1)}>
          {t("sort.back")}
        </button>
        <button
          type="button"
          tabIndex={-1}
          aria-disabled={at === ids.length - 1}
          onClick={() => turnTo(at + 1)}
        >
          {t("sort.next")}
        </button>
      </div>
      {done > 0 && (
        <section className={styles.sorted}>
          <h2>{done === ids.length ? t("sort.allSorted") : t("sort.sorted")}</h2>
          <ul dir={said.dir}>
            {slide.statements.map((statement, index) => {
              const bin = slide.bins.find(({ id }) => id === bins[statement.id]);
              return (
                bin && (
                  <li key={statement.id}>
                    <button type="button" onClick={() => turnTo(index)} data-current={index === at}>
                      <span className="unseen">{t("sort.change")}</span>
                      <span {...said}>{statement.text}</span>
                      <b {...said}>{bin.text}</b>
                    </button>
                  </li>
                )
              );
            })}
          </ul>
        </section>
      )}
    </div>
  );
}
