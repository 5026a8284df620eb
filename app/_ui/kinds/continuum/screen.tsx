import { useTranslations } from "next-intl";
import styles from "@/app/_ui/kinds/continuum/screen.module.css";
import { leaningOf, spreadOf } from "@/app/_ui/kinds/continuum/spread";
import { Strip, ZoneSwatch, Zones } from "@/app/_ui/kinds/continuum/strip";
import { ItemPicture } from "@/app/_ui/kinds/picture";
import { Prose } from "@/app/_ui/kinds/prose";
import type { ScreenProps } from "@/app/_ui/kinds/screen-props";
import type { SlideViewOf, TallyOf } from "@/protocol/kinds";

type Props = ScreenProps<"continuum"> & { earlier?: TallyOf<"continuum"> | null };

export function ContinuumScreen({ slide, results, earlier }: Props) {
  const t = useTranslations("screen");
  if (!results) return <Asked slide={slide} />;
  const nameOf = (zone: number | undefined) => () => (
    <bdi className={styles.named}>{slide.zones[zone ?? -1]?.text}</bdi>
  );
  return (
    <>
      <Key slide={slide} legend={t(earlier ? "continuum.legendBefore" : "continuum.legend")} />
      <ol className={styles.results} data-many={slide.scenarios.length > 3}>
        {slide.scenarios.map((scenario, index) => {
          const found = results.scenarios[index];
          if (!found) return null;
          const { says, zones } = leaningOf(found.zones);
          return (
            <li key={scenario.id}>
              <p className={styles.scenario}>
                <ItemPicture of={scenario} />
                <span>{scenario.text}</span>
              </p>
              <div className={styles.strip}>
                <Strip line={slide} found={found} earlier={earlier?.scenarios[index]} />
              </div>
              <p className={styles.words}>
                <bdi>{t.rich(`continuum.${says}`, { zone: nameOf(zones[0]), other: nameOf(zones[1]) })}</bdi>{" "}
                <bdi className={styles.spread}>{t(`continuum.${spreadOf(found)}`)}</bdi>
              </p>
              <p className="unseen">
                {slide.zones
                  .map(
                    (zone, at) =>
                      `${zone.text}: ${t("ofResponses", { count: found.zones[at] ?? 0, responses: results.responses })}`,
                  )
                  .join("; ")}
              </p>
            </li>
          );
        })}
      </ol>
      <Prose html={slide.explanation} className={styles.explanation} />
    </>
  );
}

function Asked({ slide }: { slide: SlideViewOf<"continuum"> }) {
  const t = useTranslations("screen");
  return (
    <>
      <Prose html={slide.body} />
      <p className={styles.hint}>
        <bdi>{t("continuum.hint")}</bdi>
      </p>
      <div className={styles.blank} aria-hidden="true">
        <Zones line={slide} />
      </div>
      <Key slide={slide} />
      <ul className={styles.scenarios} data-many={slide.scenarios.length > 3}>
        {slide.scenarios.map((scenario) => (
          <li key={scenario.id}>
            <ItemPicture of={scenario} />
            <span>{scenario.text}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

function Key({ slide, legend }: { slide: SlideViewOf<"continuum">; legend?: string }) {
  return (
    <ol className={styles.key}>
      {slide.zones.map((zone, index) => (
        <li key={zone.id}>
          <ZoneSwatch zone={index} />
          <ItemPicture of={zone} />
          <span>{zone.text}</span>
        </li>
      ))}
      {legend && (
        <li className={styles.legend}>
          <bdi>{legend}</bdi>
        </li>
      )}
    </ol>
  );
}
