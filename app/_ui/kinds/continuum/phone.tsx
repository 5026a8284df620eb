import { useTranslations } from "next-intl";
import { Fields, placeIn, zoneField } from "@/app/_ui/kinds/continuum/fields";
import { zoneOf } from "@/app/_ui/kinds/continuum/line";
import styles from "@/app/_ui/kinds/continuum/phone.module.css";
import { leaningOf, spreadOf } from "@/app/_ui/kinds/continuum/spread";
import { Strip, ZoneSwatch } from "@/app/_ui/kinds/continuum/strip";
import shared from "@/app/_ui/kinds/phone.module.css";
import type { OwnProps, PromptPieces, ResultsProps } from "@/app/_ui/kinds/phone-pieces";

export const continuumPhone: PromptPieces<"continuum"> = {
  Fields,
  Own,
  Results,
  read: (form, slide) => ({
    kind: "continuum",
    places: Object.fromEntries(
      slide.scenarios.flatMap(({ id }) => {
        const place = placeIn(form, slide, id);
        return place === undefined ? [] : [[id, place]];
      }),
    ),
  }),
  empty: ({ places }) => Object.keys(places).length === 0,
  lack: ({ places }, { scenarios }) => {
    const open = scenarios.filter(({ id }) => places[id] === undefined);
    if (!open[0]) return null;
    return { message: "continuum.lack", values: { count: open.length }, field: zoneField(open[0].id) };
  },
  marksOwn: true,
};

function Own({ slide, value, said }: OwnProps<"continuum">) {
  return (
    <ul className={shared.own}>
      {slide.scenarios.map((scenario) => {
        const place = value.places[scenario.id];
        if (place === undefined) return null;
        return (
          <li key={scenario.id} {...said}>
            {scenario.text} <b className={styles.into}>{slide.zones[zoneOf(slide, place)]?.text}</b>
          </li>
        );
      })}
    </ul>
  );
}

function Results({ slide, results, own, said }: ResultsProps<"continuum">) {
  const t = useTranslations("phone");
  return (
    <>
      <ul className={styles.key}>
        {slide.zones.map((zone, index) => (
          <li key={zone.id}>
            <ZoneSwatch zone={index} />
            <span {...said}>{zone.text}</span>
          </li>
        ))}
      </ul>
      <ol className={styles.results}>
        {slide.scenarios.map((scenario, index) => {
          const found = results.scenarios[index];
          if (!found) return null;
          const { says, zones } = leaningOf(found.zones);
          const mine = own?.places[scenario.id];
          return (
            <li key={scenario.id}>
              <p className={styles.scenario} {...said}>
                {scenario.text}
              </p>
              <div dir={said.dir}>
                <Strip line={slide} found={found} mine={mine} />
              </div>
              <p>
                {t.rich(`continuum.${says}`, {
                  zone: () => <b {...said}>{slide.zones[zones[0] ?? -1]?.text}</b>,
                  other: () => <b {...said}>{slide.zones[zones[1] ?? -1]?.text}</b>,
                })}{" "}
                {t(`continuum.${spreadOf(found)}`)}
              </p>
              {mine !== undefined && (
                <p>
                  <span className={shared.tag}>
                    {t("yours")}: <span {...said}>{slide.zones[zoneOf(slide, mine)]?.text}</span>
                  </span>
                </p>
              )}
              <p className="unseen">
                {slide.zones.map((zone, at) => (
                  <span key={zone.id}>
                    <span {...said}>{zone.text}</span>:{" "}
                    {t("countOf", { count: found.zones[at] ?? 0, all: results.responses })}.{" "}
                  </span>
                ))}
              </p>
            </li>
          );
        })}
      </ol>
      <p className={styles.legend}>{t("continuum.legend")}</p>
    </>
  );
}
