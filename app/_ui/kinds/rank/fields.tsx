import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { flushSync } from "react-dom";
import type { FieldsProps } from "@/app/_ui/kinds/phone-pieces";
import { ItemPicture } from "@/app/_ui/kinds/picture";
import { movedTo, orderOf } from "@/app/_ui/kinds/rank/order";
import styles from "@/app/_ui/kinds/rank/phone.module.css";

export function Fields({ slide, initial, said, lackId }: FieldsProps<"rank">) {
  const t = useTranslations("phone");
  const [order, setOrder] = useState(() => orderOf(slide.items, initial?.order));
  const [mine, setMine] = useState((initial?.order.length ?? 0) > 0);
  const [moved, setMoved] = useState<string | null>(null);
  const list = useRef<HTMLOListElement>(null);
  const all = order.length;

  const move = (id: string, place: number) => {
    if (place < 0 || place >= all) return;
    // The form reads its fields from the page, so the page must hold the new order by then.
    flushSync(() => {
      setOrder(movedTo(order, id, place));
      setMine(true);
      setMoved(id);
    });
    list.current?.dispatchEvent(new Event("input", { bubbles: true }));
  };

  return (
    <fieldset className={styles.rank} aria-label={t("rank.label")} aria-describedby={lackId}>
      <p className={styles.hint}>{t("rank.hint")}</p>
      <p className={styles.end} {...said}>
        {slide.first}
      </p>
      <ol ref={list} className={styles.list} dir={said.dir}>
        {order.map((id, index) => {
          const item = slide.items.find((known) => known.id === id);
          if (!item) return null;
          const name = (
            <span className="unseen" {...said}>
              {item.text}
            </span>
          );
          return (
            <li key={id} data-moved={id === moved}>
              <input type="hidden" name="order" value={id} />
              {/* Also a way over several places at once. */}
              <select
                className={styles.pick}
                aria-label={`${t("rank.place")}: ${item.text}`}
                value={index}
                onChange={(event) => move(id, Number(event.currentTarget.value))}
              >
                {order.map((other, place) => (
                  <option key={other} value={place}>
                    {place + 1}
                  </option>
                ))}
              </select>
              <span className={styles.name}>
                <ItemPicture of={item} {...said} />
                <span {...said}>{item.text}</span>
              </span>
              <span className={styles.moves}>
                <button type="button" aria-disabled={index === 0} onClick={() => move(id, index - 1)}>
                  <span aria-hidden="true">↑</span>
                  <span className="unseen">{t("rank.up")}: </span>
                  {name}
                </button>
                <button type="button" aria-disabled={index === all - 1} onClick={() => move(id, index + 1)}>
                  <span aria-hidden="true">↓</span>
                  <span className="unseen">{t("rank.down")}: </span>
                  {name}
                </button>
              </span>
            </li>
          );
        })}
      </ol>
      <p className={styles.end} {...said}>
        {slide.last}
      </p>
      <p className="unseen" aria-live="polite">
        {moved &&
          t.rich("rank.now", {
            item: () => <span {...said}>{slide.items.find(({ id }) => id === moved)?.text}</span>,
            place: order.indexOf(moved) + 1,
            all,
          })}
      </p>
      {mine ? (
        <p className={styles.confirm}>
          <input type="hidden" name="mine" value="yes" />
          {t("rank.mine")}
        </p>
      ) : (
        <label className={styles.confirm}>
          <input type="checkbox" name="mine" value="yes" />
          {t("rank.confirm")}
        </label>
      )}
    </fieldset>
  );
}
