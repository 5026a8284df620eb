import { useTranslations } from "next-intl";
import { leaningOf, spreadOf } from "@/app/_ui/kinds/continuum/spread";
import { Strip, ZoneSwatch } from "@/app/_ui/kinds/continuum/strip";
import styles from "@/app/_ui/kinds/continuum/summary.module.css";
import type { SummaryProps } from "@/app/_ui/kinds/summary-props";
import type { TallyOf } from "@/protocol/kinds";

type Props = SummaryProps<"continuum"> & { earlier?: TallyOf<"continuum"> | null };

export function ContinuumSummary({ slide, results, earlier }: Props) {
  const t = useTranslations("summary");
  const nameOf = (zone: number | undefined) => () => <b>{slide.zones[zone ?? -1]?.text}</b>;
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <caption>{earlier ? t("continuum.legendBefore") : t("continuum.legend")}</caption>
        <thead>
          <tr>
            <th scope="col">
              <span className="unseen">{t("continuum.scenario")}</span>
            </th>
            {slide.zones.map((zone, at) => (
              <th key={zone.id} scope="col">
                <ZoneSwatch zone={at} /> {zone.text}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {slide.scenarios.map((scenario, index) => {
            const found = results.scenarios[index];
            if (!found) return null;
            const { says, zones } = leaningOf(found.zones);
            return (
              <tr key={scenario.id}>
                <th scope="row">
                  {scenario.text}
                  <Strip line={slide} found={found} earlier={earlier?.scenarios[index]} />
                  <span className={styles.words}>
                    {t.rich(`continuum.${says}`, { zone: nameOf(zones[0]), other: nameOf(zones[1]) })}{" "}
                    {t(`continuum.${spreadOf(found)}`)}
                  </span>
                </th>
                {slide.zones.map((zone, at) => (
                  <td key={zone.id}>{found.zones[at] ?? 0}</td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
