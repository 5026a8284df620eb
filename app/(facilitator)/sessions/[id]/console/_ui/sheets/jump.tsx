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
              return (
                <li key={entry.id}>
                  <button
                    type="button"
                    aria-current={current ? "step" : undefined}
                    data-first={current ? "" : undefined}
                    onClick={() => go(entry.id)}
                  >
                    <span className={styles.number}>{entry.place}</span>
                    <span dir="auto">{entry.title}</span>
                    <span className={styles.mark} data-phase={entry.phase}>
                      {current ? t("here") : entry.phase ? t(`phase.${entry.phase}`) : ""}
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
