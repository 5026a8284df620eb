import { useTranslations } from "next-intl";
import type { SheetProps } from "@/app/(facilitator)/sessions/[id]/console/_ui/cockpit";
import type { ConsoleView } from "@/protocol/views";
import styles from "./sheets.module.css";

type Entry = ConsoleView["outline"][number] & { place: number };

/** The class as a list, to go anywhere in it. */
export function JumpSheet({ control, close }: SheetProps) {
  const t = useTranslations("console.sheets.jump");
  const { view } = control.state;
  const go = (slideId: Entry["id"]) => {
    close();
    control.act({ name: "slide:go", input: { slideId } });
  };
  return (
    <div className={styles.column}>
      {view.status === "lobby" && <p>{t("begins")}</p>}
      {view.prompt?.phase === "open" && <p>{t("closes")}</p>}
      {partsOf(view.outline).map((part) => (
        <section key={part.entries[0]?.id} lang={view.language}>
          {part.name && <h3 className={styles.part}>{part.name}</h3>}
          <ol className={styles.slides}>
            {part.entries.map((entry) => {
              const current = entry.place === view.place;
              const done = entry.spent > 0 || current;
              return (
                <li key={entry.id}>
                  <button
                    type="button"
                    aria-current={current ? "step" : undefined}
                    data-first={current ? "" : undefined}
                    onClick={() => go(entry.id)}
                  >
                    <span className={styles.number} data-done={done}>
                      {entry.place}
                    </span>
                    <span dir="auto">{entry.title}</span>
                    <span className={styles.mark} data-phase={entry.phase}>
                      {done && !current && <span className="unseen">{t("done")} </span>}
                      {(current || entry.phase) && <span>{current ? t("here") : phaseWords(t, entry)}</span>}
                      <Minutes entry={entry} />
                    </span>
                  </button>
                </li>
              );
            })}
          </ol>
        </section>
      ))}
    </div>
  );
}

/** The minutes that the room spent there against those that were planned. */
function Minutes({ entry: { spent, minutes } }: { entry: Entry }) {
  const t = useTranslations("console.sheets.jump");
  const planned = Math.round(minutes);
  const was = Math.round(spent / 60_000);
  if (spent === 0) return planned > 0 && <small>{t("planned", { minutes: planned })}</small>;
  return (
    <small>
      {planned > 0 ? t("spent", { spent: was, minutes: planned }) : t("spentOnly", { spent: was })}
    </small>
  );
}

/** What opens and closes says how it stands. */
function phaseWords(t: ReturnType<typeof useTranslations<"console.sheets.jump">>, { kind, phase }: Entry) {
  if (!phase) return "";
  return t(`${kind === "pause" || kind === "pair" ? "together" : "phase"}.${phase}`);
}

/** Slides that follow each other in one part; a part that comes back is printed again. */
function partsOf(outline: ConsoleView["outline"]): { name: string; entries: Entry[] }[] {
  const parts: { name: string; entries: Entry[] }[] = [];
  for (const [index, entry] of outline.entries()) {
    const last = parts.at(-1);
    const placed = { ...entry, place: index + 1 };
    if (last?.name === entry.part) last.entries.push(placed);
    else parts.push({ name: entry.part, entries: [placed] });
  }
  return parts;
}
