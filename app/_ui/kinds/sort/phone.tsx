import { useTranslations } from "next-intl";
import shared from "@/app/_ui/kinds/phone.module.css";
import type { OwnProps, PromptPieces, ResultsProps } from "@/app/_ui/kinds/phone-pieces";
import { rightBin } from "@/app/_ui/kinds/sort/bins";
import { Fields, field } from "@/app/_ui/kinds/sort/fields";
import styles from "@/app/_ui/kinds/sort/phone.module.css";
import { Split, Swatch } from "@/app/_ui/kinds/sort/split";

export const sortPhone: PromptPieces<"sort"> = {
  Fields,
  Own,
  Results,
  read: (form, slide) => ({
    kind: "sort",
    bins: Object.fromEntries(
      slide.statements.flatMap(({ id }) => {
        const bin = form.get(field(id));
        return typeof bin === "string" ? [[id, bin]] : [];
      }),
    ),
  }),
  empty: ({ bins }) => Object.keys(bins).length === 0,
  lack: ({ bins }, { statements }) => {
    const open = statements.filter(({ id }) => bins[id] === undefined);
    if (!open[0]) return null;
    return { message: "sort.lack", values: { count: open.length }, field: field(open[0].id) };
  },
  marksOwn: true,
};

function Own({ slide, value, said }: OwnProps<"sort">) {
  return (
    <ul className={shared.own}>
      {slide.statements.map((statement) => {
        const bin = slide.bins.find(({ id }) => id === value.bins[statement.id]);
        return (
          bin && (
            <li key={statement.id} {...said}>
              {statement.text} <b className={styles.into}>{bin.text}</b>
            </li>
          )
        );
      })}
    </ul>
  );
}

function Results({ slide, results, own, said }: ResultsProps<"sort">) {
  const t = useTranslations("phone");
  return (
    <ol className={styles.results}>
      {slide.statements.map((statement, index) => {
        const counts = results.statements[index] ?? [];
        const right = rightBin(slide, statement.id);
        return (
          <li key={statement.id}>
            <p className={styles.statement} {...said}>
              {statement.text}
            </p>
            <Split counts={counts} right={right} />
            <ul className={styles.counts}>
              {slide.bins.map((bin, at) => (
                <li key={bin.id}>
                  <Swatch bin={at} />
                  <span className={styles.binName}>
                    <span {...said}>{bin.text}</span>
                    {at === right && <span className={shared.tag}>✓ {t("correct")}</span>}
                    {own?.bins[statement.id] === bin.id && <span className={shared.tag}>{t("yours")}</span>}
                  </span>
                  <b>{t("countOf", { count: counts[at] ?? 0, all: results.responses })}</b>
                </li>
              ))}
            </ul>
          </li>
        );
      })}
    </ol>
  );
}
