import { useTranslations } from "next-intl";
import { useId } from "react";
import styles from "./number-field.module.css";

type Props = {
  label: string;
  value: number;
  onChange: (value: number) => void;
  least?: number;
  most: number;
  /** In words for a reader, where the label alone could be any of several. */
  of?: string;
};

/** A small number, typed or counted up and down with a thumb. */
export function NumberField({ label, value, onChange, least = 0, most, of }: Props) {
  const t = useTranslations("console.number");
  const id = useId();
  const named = of ? `${of}: ${label}` : label;
  const set = (next: number) => onChange(Math.min(most, Math.max(least, Math.round(next) || 0)));
  return (
    <div className={styles.field}>
      <label htmlFor={id} dir="auto">
        {of && <span className="unseen">{of}: </span>}
        {label}
      </label>
      <div className={styles.number}>
        <button
          type="button"
          aria-label={t("less", { label: named })}
          aria-disabled={value <= least}
          onClick={() => set(value - 1)}
        >
          −
        </button>
        <input
          id={id}
          type="number"
          inputMode="numeric"
          min={least}
          max={most}
          value={value}
          onFocus={(event) => event.target.select()}
          onChange={(event) => set(event.target.valueAsNumber)}
        />
        <button
          type="button"
          aria-label={t("more", { label: named })}
          aria-disabled={value >= most}
          onClick={() => set(value + 1)}
        >
          +
        </button>
      </div>
    </div>
  );
}
