import { useTranslations } from "next-intl";
import { leaningOf, spreadOf } from "@/app/_ui/kinds/continuum/spread";
import { Strip, ZoneSwatch } from "@/app/_ui/kinds/continuum/strip";
import styles from "@/app/_ui/kinds/continuum/summary.module.css";
import type { SummaryProps } from "@/app/_ui/kinds/summary-props";
import type { TallyOf } from "@/protocol/kinds";

type Props = SummaryProps<"continuum">;

/** Strips for the eye, which fit any width, and the same as a table for those who hear it. */
export function ContinuumSummary(props: Props) {
  const { slide, results, earlier } = props;
  const t = useTranslations("summary");
  return (
    <>
      <Table {...props} />
      <div aria-hidden="true">
        <p className={styles.legend}>
          <bdi>{earlier ? t("continuum.legendBefore") : t("continuum.legend")}</bdi>
        </p>
        <ol className={styles.scenarios}>
          {slide.scenarios.map((scenario, index) => {
            const found = results.scenarios[index];
            if (!found) return null;
            return (
              <li key={scenario.id}>
                <p>{scenario.text}</p>
                <Strip line={slide} found={found} earlier={earlier?.scenarios[index]} />
                <Words slide={slide} found={found} />
                <ul className={styles.zones}>
                  {slide.zones.map((zone, at) => (
                    <li key={zone.id}>
                      <ZoneSwatch zone={at} />
                      <span>
                        {zone.text}{" "}
                        <b>
                          <bdi>
                            {t("ofResponses", {
                              count: found.zones[at] ?? 0,
                              responses: results.responses,
                            })}
                          </bdi>
                        </b>
                      </span>
                    </li>
                  ))}
                </ul>
              </li>
            );
          })}
        </ol>
      </div>
    </>
  );
}

function Table({ slide, results }: Props) {
  const t = useTranslations("summary");
  return (
    <div className="unseen">
      <table>
        <caption>{t("continuum.caption", { count: results.responses })}</caption>
        <thead>
          <tr>
            <th scope="col">{t("continuum.scenario")}</th>
            {slide.zones.map((zone) => (
              <th key={zone.id} scope="col">
                {zone.text}
              </th>
            ))}
            <th scope="col">{t("continuum.together")}</th>
          </tr>
        </thead>
        <tbody>
          {slide.scenarios.map((scenario, index) => {
            const found = results.scenarios[index];
            if (!found) return null;
            return (
              <tr key={scenario.id}>
                <th scope="row">{scenario.text}</th>
                {slide.zones.map((zone, at) => (
                  <td key={zone.id}>{found.zones[at] ?? 0}</td>
                ))}
                <td>
                  <Words slide={slide} found={found} />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

type WordsProps = { slide: Props["slide"]; found: TallyOf<"continuum">["scenarios"][number] };

function Words({ slide, found }: WordsProps) {
  const t = useTranslations("summary");
  const { says, zones } = leaningOf(found.zones);
  const nameOf = (zone: number | undefined) => () => (
    <bdi className={styles.named}>{slide.zones[zone ?? -1]?.text}</bdi>
  );
  return (
    <p>
      <bdi>
        {t.rich(`continuum.${says}`, { zone: nameOf(zones[0]), other: nameOf(zones[1]) })}{" "}
        {t(`continuum.${spreadOf(found)}`)}
      </bdi>
    </p>
  );
}
