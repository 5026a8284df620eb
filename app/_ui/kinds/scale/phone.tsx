import { useTranslations } from "next-intl";
import type { CSSProperties } from "react";
import shared from "@/app/_ui/kinds/phone.module.css";
import type { FieldsProps, OwnProps, PromptPieces, ResultsProps } from "@/app/_ui/kinds/phone-pieces";
import styles from "@/app/_ui/kinds/scale/phone.module.css";
import type { SlideViewOf } from "@/protocol/kinds";

type Scale = SlideViewOf<"scale">;

const field = (statementId: string) => `rating-${statementId}`;
const pointsOf = (slide: Scale) => Array.from({ length: slide.points }, (_, index) => index + 1);

export const scalePhone: PromptPieces<"scale"> = {
  Fields,
  Own,
  Results,
  read: (form, slide) => ({
    kind: "scale",
    ratings: Object.fromEntries(
      slide.statements.flatMap(({ id }) => {
        const rating = Number(form.get(field(id)));
        return rating >= 1 ? [[id, rating]] : [];
      }),
    ),
  }),
  empty: ({ ratings }) => Object.keys(ratings).length === 0,
  lack: ({ ratings }, { statements }) => {
    const open = statements.filter(({ id }) => ratings[id] === undefined);
    if (!open[0]) return null;
    return { message: "lackRatings", values: { count: open.length }, field: field(open[0].id) };
  },
  marksOwn: true,
};

function Fields({ slide, initial, said, lackId }: FieldsProps<"scale">) {
  return (
    <div className={styles.statements} aria-describedby={lackId}>
      {slide.statements.map((statement) => (
        <fieldset key={statement.id}>
          <legend className={styles.statement} {...said}>
            {statement.text}
          </legend>
          <div className={styles.points} data-many={slide.points > 6} style={columns(slide)}>
            {pointsOf(slide).map((point) => (
              <label key={point} className={styles.point}>
                <input
                  type="radio"
                  name={field(statement.id)}
                  value={point}
                  defaultChecked={initial?.ratings[statement.id] === point}
                />
                <span>{point}</span>
                {(point === 1 || point === slide.points) && (
                  <span className="unseen" {...said}>
                    {point === 1 ? slide.low : slide.high}
                  </span>
                )}
              </label>
            ))}
          </div>
          <Ends slide={slide} said={said} />
        </fieldset>
      ))}
    </div>
  );
}

function Own({ slide, value, said }: OwnProps<"scale">) {
  const t = useTranslations("phone");
  return (
    <ul className={shared.own}>
      {slide.statements.map((statement) => {
        const rating = value.ratings[statement.id];
        if (rating === undefined) return null;
        return (
          <li key={statement.id}>
            <span {...said}>{statement.text}</span>{" "}
            <b>{t("pointOf", { point: rating, points: slide.points })}</b>
          </li>
        );
      })}
    </ul>
  );
}

function Results({ slide, results, own, said }: ResultsProps<"scale">) {
  const t = useTranslations("phone");
  return (
    <div className={styles.statements}>
      {slide.statements.map((statement, index) => {
        const { counts = [], median = 0 } = results.statements[index] ?? {};
        const most = Math.max(1, ...counts);
        const mine = own?.ratings[statement.id];
        return (
          <div key={statement.id}>
            <p className={styles.statement} {...said}>
              {statement.text}
            </p>
            <ol className={styles.columns} style={columns(slide)}>
              {pointsOf(slide).map((point) => (
                <li key={point} data-mine={point === mine}>
                  <span aria-hidden="true" className={styles.count}>
                    {counts[point - 1] ?? 0}
                  </span>
                  <span
                    aria-hidden="true"
                    className={styles.bar}
                    style={{ blockSize: `${(4.5 * (counts[point - 1] ?? 0)) / most}rem` }}
                  />
                  <span aria-hidden="true" className={styles.label}>
                    {point}
                  </span>
                  <span className="unseen">
                    {t("ratingCount", { point, count: counts[point - 1] ?? 0, all: results.responses })}
                    {point === mine && ` ${t("yours")}`}
                  </span>
                </li>
              ))}
            </ol>
            <Ends slide={slide} said={said} />
            <p className={styles.median}>
              {t("median", { value: median, points: slide.points })}
              {mine !== undefined && <span className={shared.tag}>{t("yourRating", { point: mine })}</span>}
            </p>
          </div>
        );
      })}
    </div>
  );
}

function Ends({ slide, said }: { slide: Scale; said: OwnProps<"scale">["said"] }) {
  return (
    <p className={styles.ends} aria-hidden="true">
      <span>
        1 = <span {...said}>{slide.low}</span>
      </span>
      <span>
        {slide.points} = <span {...said}>{slide.high}</span>
      </span>
    </p>
  );
}

const columns = (slide: Scale) =>
  ({ "--points": slide.points, "--half": Math.ceil(slide.points / 2) }) as CSSProperties;
