import { useTranslations } from "next-intl";
import type { SheetProps } from "@/app/(facilitator)/sessions/[id]/console/_ui/cockpit";
import styles from "./sheets.module.css";

/** Key caps by what they do; names of keys are words and are translated. */
const rows = [
  ["forward", ["space", "→", "pageDown"]],
  ["back", ["←", "pageUp"]],
  ["phase", ["O"]],
  ["results", ["R"]],
  ["again", ["A"]],
  ["board", ["G"]],
  ["blank", ["B", "."]],
  ["timer", ["T"]],
  ["undo", ["U"]],
  ["jump", ["J"]],
  ["questions", ["Q"]],
  ["help", ["?"]],
] as const;
const named: readonly string[] = ["space", "pageDown", "pageUp"];

export function HelpSheet({ letters, onLetters }: SheetProps) {
  const t = useTranslations("console.sheets.help");
  return (
    <div className={styles.column}>
      <p>{t("presenter")}</p>
      <table className={styles.keys}>
        <thead className="unseen">
          <tr>
            <th scope="col">{t("key")}</th>
            <th scope="col">{t("does")}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([does, keys]) => (
            <tr key={does}>
              <td>
                {keys.map((key) => (
                  <kbd key={key}>{named.includes(key) ? t(`keys.${key}`) : key}</kbd>
                ))}
              </td>
              <td>{t(`actions.${does}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <label className={styles.check}>
        <input type="checkbox" checked={letters} onChange={(event) => onLetters(event.target.checked)} />
        <span>{t("letters")}</span>
        <p>{t("lettersText")}</p>
      </label>
    </div>
  );
}
