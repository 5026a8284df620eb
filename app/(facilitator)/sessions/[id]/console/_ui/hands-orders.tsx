import { useTranslations } from "next-intl";
import { useState } from "react";
import type { SlideOf } from "@/protocol/kinds";
import { limits } from "@/protocol/limits";
import styles from "./hands.module.css";
import { type Draft, moved, voicesOf, withOrder } from "./hands-draft";
import { NumberField } from "./number-field";

type Props = { slide: SlideOf<"rank">; draft: Draft; onDraft: (draft: Draft) => void };

/** Orders as they lie on the tables, one by one, each with how many people laid it. */
export function HandsOrders({ slide, draft, onDraft }: Props) {
  const t = useTranslations("console.hands");
  const [order, setOrder] = useState(() => slide.items.map(({ id }) => id));
  const [voices, setVoices] = useState(1);
  const [said, setSaid] = useState("");
  const textOf = (id: string) => slide.items.find((item) => item.id === id)?.text ?? id;
  const room = limits.voices - voicesOf(slide, draft);

  const move = (at: number, by: -1 | 1) => {
    const id = order[at];
    if (id === undefined || at + by < 0 || at + by >= order.length) return;
    setOrder(moved(order, at, by));
    setSaid(t("order.moved", { item: textOf(id), place: at + by + 1 }));
  };
  const add = () => {
    if (voices > room) return;
    onDraft(withOrder(draft, order, voices));
    setVoices(1);
    setSaid(t("order.added", { count: voices }));
  };

  return (
    <div className={styles.orders}>
      <p className={styles.ends}>{t("order.first", { first: slide.first })}</p>
      <ol className={styles.order} aria-label={t("order.title")}>
        {order.map((id, at) => (
          <li key={id}>
            <span dir="auto">
              {at + 1}. {textOf(id)}
            </span>
            <button
              type="button"
              aria-label={t("order.up", { item: textOf(id) })}
              aria-disabled={at === 0}
              onClick={() => move(at, -1)}
            >
              ↑
            </button>
            <button
              type="button"
              aria-label={t("order.down", { item: textOf(id) })}
              aria-disabled={at === order.length - 1}
              onClick={() => move(at, 1)}
            >
              ↓
            </button>
          </li>
        ))}
      </ol>
      <p className={styles.ends}>{t("order.last", { last: slide.last })}</p>
      <NumberField
        label={t("order.times")}
        value={voices}
        least={1}
        most={limits.voices}
        onChange={setVoices}
      />
      <button type="button" className="button quiet" aria-disabled={voices > room} onClick={add}>
        {t("order.add")}
      </button>
      <p className="unseen" role="status">
        {said}
      </p>
      {draft.orders.length > 0 && (
        <ul className={styles.laid} aria-label={t("order.laid")}>
          {draft.orders.map((each) => (
            <li key={each.order.join(" ")}>
              <span dir="auto">
                <b>{t("order.people", { count: each.voices })}</b> {each.order.map(textOf).join(" → ")}
              </span>
              <button
                type="button"
                className="button quiet"
                aria-label={t("order.removeNamed", { order: each.order.map(textOf).join(", ") })}
                onClick={() => onDraft({ ...draft, orders: draft.orders.filter((other) => other !== each) })}
              >
                {t("order.remove")}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
