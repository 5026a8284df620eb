import { useTranslations } from "next-intl";
import type { ConsoleKind, ResultsProps } from "@/app/_ui/kinds/console-props";
import styles from "@/app/_ui/kinds/continuum/console.module.css";
import { leaningOf, spreadOf } from "@/app/_ui/kinds/continuum/spread";
import { Strip, ZoneSwatch } from "@/app/_ui/kinds/continuum/strip";

export const continuumConsole: ConsoleKind<"continuum"> = { Results: ContinuumResults };

function ContinuumResults({ slide, results, earlier }: ResultsProps<"continuum">) {
  const t = useTranslations("console.results");
  const nameOf = (zone: number | undefined) => () => <b>{slide.zones[zone ?? -1]?.text}</b>;
  return (
    <>
      {earlier && <p className={styles.before}>{t("continuumBefore")}</p>}
      <ol className={styles.scenarios}>
        {slide.scenarios.map((scenario, index) => {
          const found = results.scenarios[index];
          if (!found) return null;
          const { says, zones } = leaningOf(found.zones);
          return (
            <li key={scenario.id}>
              <p>{scenario.text}</p>
              <Strip line={slide} found={found} earlier={earlier?.scenarios[index]} />
              <p>
                {t.rich(`continuum.${says}`, { zone: nameOf(zones[0]), other: nameOf(zones[1]) })}{" "}
                {t(`continuum.${spreadOf(found)}`)}
              </p>
              <ul className={styles.zones}>
                {slide.zones.map((zone, at) => (
                  <li key={zone.id}>
                    <ZoneSwatch zone={at} />
                    <span>
                      {zone.text}{" "}
                      <b>{t("ofAnswers", { count: found.zones[at] ?? 0, answers: results.responses })}</b>
                    </span>
                  </li>
                ))}
              </ul>
            </li>
          );
        })}
      </ol>
    </>
  );
}
