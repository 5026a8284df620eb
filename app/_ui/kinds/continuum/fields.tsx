import { useTranslations } from "next-intl";
import { type MouseEvent, useId, useRef, useState } from "react";
import { middleOf, zoneOf } from "@/app/_ui/kinds/continuum/line";
import styles from "@/app/_ui/kinds/continuum/phone.module.css";
import { ZoneSwatch, Zones } from "@/app/_ui/kinds/continuum/strip";
import type { FieldsProps } from "@/app/_ui/kinds/phone-pieces";
import { ItemPicture } from "@/app/_ui/kinds/picture";
import type { SlideViewOf } from "@/protocol/kinds";
import type { Item } from "@/protocol/kinds/base";

type Continuum = SlideViewOf<"continuum">;

export const zoneField = (scenarioId: string) => `zone-${scenarioId}`;
const placeField = (scenarioId: string) => `place-${scenarioId}`;

/**
 * The place of one scenario, as the form holds it: a slider counts only once a
 * zone is chosen, and the zone alone is its middle.
 */
export function placeIn(form: FormData, slide: Continuum, scenarioId: string): number | undefined {
  const chosen = form.get(zoneField(scenarioId));
  if (chosen === null) return undefined;
  const place = Number(form.get(placeField(scenarioId)));
  return zoneOf(slide, place) === Number(chosen) ? place : middleOf(slide, Number(chosen));
}

export function Fields({ slide, initial, said, lackId }: FieldsProps<"continuum">) {
  const t = useTranslations("phone");
  return (
    <fieldset className={styles.scenarios} aria-label={t("continuum.label")} aria-describedby={lackId}>
      <p className={styles.hint}>{t("continuum.hint")}</p>
      {slide.scenarios.map((scenario) => (
        <Scenario
          key={scenario.id}
          slide={slide}
          scenario={scenario}
          first={initial?.places[scenario.id] ?? null}
          said={said}
        />
      ))}
    </fieldset>
  );
}

type Props = {
  slide: Continuum;
  scenario: Item;
  first: number | null;
  said: FieldsProps<"continuum">["said"];
};

/** The zones are taps, the slider says it more exactly; either moves the other. */
function Scenario({ slide, scenario, first, said }: Props) {
  const t = useTranslations("phone");
  const id = useId();
  const slider = useRef<HTMLInputElement>(null);
  const [place, setPlace] = useState(first);
  const zone = place === null ? undefined : zoneOf(slide, place);

  // The form reads its fields while the event is still on its way, so both are set at once, by hand.
  const put = (to: number) => {
    const range = slider.current;
    if (!range?.form) return;
    range.value = String(to);
    const radio = range.form.querySelector<HTMLInputElement>(`#${CSS.escape(`${id}-${zoneOf(slide, to)}`)}`);
    if (radio) radio.checked = true;
    setPlace(to);
  };
  const tell = () => slider.current?.dispatchEvent(new Event("input", { bubbles: true }));
  // A tap on the line goes there; a finger that only scrolls over it taps nothing.
  const tap = (event: MouseEvent<HTMLSpanElement>) => {
    const { left, width } = event.currentTarget.getBoundingClientRect();
    const share = (event.clientX - left) / width;
    const to = Math.round(100 * (said.dir === "rtl" ? 1 - share : share));
    put(Math.min(100, Math.max(0, to)));
    tell();
  };

  return (
    <fieldset>
      <legend id={id} className={styles.scenario} {...said}>
        {scenario.text}
      </legend>
      <ItemPicture of={scenario} {...said} />
      <div className={styles.line} dir={said.dir}>
        {/* biome-ignore lint/a11y/noStaticElementInteractions lint/a11y/useKeyWithClickEvents: the slider is the control; this only catches taps beside its thumb */}
        <span className={styles.track} onClick={tap}>
          <Zones line={slide} />
        </span>
        <input
          ref={slider}
          type="range"
          name={placeField(scenario.id)}
          min={0}
          max={100}
          step={1}
          defaultValue={first ?? 50}
          aria-labelledby={id}
          aria-valuetext={
            zone === undefined ? t("continuum.unplaced") : `${slide.zones[zone]?.text ?? ""}, ${place}`
          }
          onInput={(event) => put(Number(event.currentTarget.value))}
          // Its thumb was tapped and not moved: it is meant to stay here.
          onPointerUp={() => place === null && tell()}
        />
      </div>
      <div className={styles.zones} dir={said.dir}>
        {slide.zones.map((one, index) => (
          <label key={one.id} className={styles.zone}>
            <input
              id={`${id}-${index}`}
              type="radio"
              name={zoneField(scenario.id)}
              value={index}
              defaultChecked={zone === index}
              onChange={() => put(middleOf(slide, index))}
            />
            <ZoneSwatch zone={index} />
            <span {...said}>{one.text}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
