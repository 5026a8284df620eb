import { useTranslations } from "next-intl";
import { isTimed, type Timing } from "@/app/_client/console-presses";
import { serverNow } from "@/app/_client/device-clock";
import { KindTimed } from "@/app/_ui/kinds/console";
import type { SlideOf, TimedKind } from "@/protocol/kinds";
import type { Rhythm } from "@/protocol/kinds/pause";
import { limits } from "@/protocol/limits";
import type { Cockpit } from "./cockpit";
import { useLengthWords } from "./length-words";
import { NumberField } from "./number-field";
import { choicesOf, lengths, numbersOf, rhythms, sameRhythm, withinTimer } from "./rhythms";
import styles from "./timed.module.css";

/** A pause or a talk in pairs: how long it shall be, and then how much is left of it. */
export function Timed(props: Cockpit) {
  const t = useTranslations("console.timing");
  const { control, choices } = props;
  const { slide, prompt } = control.state.view;
  if (!isTimed(slide) || !prompt) return null;
  return (
    <div className={styles.timed}>
      <h2>{t(`title.${slide.kind}`)}</h2>
      {prompt.phase === "open" ? (
        <Running {...props} />
      ) : (
        <>
          {prompt.phase === "closed" && <p className={styles.quiet}>{t("done")}</p>}
          <Plan slide={slide} timing={choices.timing} onTiming={choices.onTiming} />
        </>
      )}
    </div>
  );
}

function Running({ control }: Cockpit) {
  const t = useTranslations("console.timing");
  const { view, skew } = control.state;
  const { timer } = view;
  const lengthen = () => {
    const left = Math.ceil(((timer?.endsAt ?? 0) - serverNow(skew)) / 1000);
    const seconds = Math.min(limits.timerSeconds, Math.max(0, left) + 60);
    control.act({ name: "timer:start", input: { seconds, closesPrompt: true } });
  };
  return (
    <>
      <KindTimed view={view} skew={skew} />
      <p className={styles.actions}>
        <button type="button" className="button quiet" onClick={lengthen}>
          {t("oneMore")}
        </button>
      </p>
      {timer && <p className={styles.quiet}>{t("closesItself")}</p>}
    </>
  );
}

type PlanProps = { slide: SlideOf<TimedKind>; timing: Timing; onTiming: (timing: Timing) => void };

function Plan({ slide, timing, onTiming }: PlanProps) {
  const t = useTranslations("console.timing");
  const wordsOf = useLengthWords();
  const seconds = timing.seconds ?? slide.seconds;
  const same = (one: number, other: number) => one === other;
  return (
    <>
      <Chips
        legend={t("length")}
        options={choicesOf(slide.seconds, lengths, same).map((each, index) => ({
          key: String(each),
          words: index === 0 ? t("planned", { what: wordsOf(each) }) : wordsOf(each),
          chosen: each === seconds,
          choose: () => onTiming({ ...timing, seconds: each }),
        }))}
      />
      {slide.kind === "pair" && slide.turns > 1 && (
        <p className={styles.quiet}>
          {t("turns", { turns: slide.turns, length: wordsOf(Math.round(seconds / slide.turns)) })}
        </p>
      )}
      {slide.kind === "pause" && <Breath slide={slide} timing={timing} onTiming={onTiming} />}
      <details
        className={styles.more}
        onToggle={({ currentTarget }) => {
          if (currentTarget.open) currentTarget.scrollIntoView({ block: "start" });
        }}
      >
        <summary>{t(slide.kind === "pause" ? "more" : "moreLength")}</summary>
        <div className={styles.fields}>
          <Length seconds={seconds} onSeconds={(next) => onTiming({ ...timing, seconds: next })} />
          {slide.kind === "pause" && (
            <Numbers
              rhythm={timing.rhythm ?? slide.rhythm}
              onRhythm={(rhythm) => onTiming({ ...timing, rhythm })}
            />
          )}
        </div>
      </details>
      <p className={styles.quiet}>{t(`text.${slide.kind}`)}</p>
    </>
  );
}

function Breath({ slide, timing, onTiming }: PlanProps & { slide: SlideOf<"pause"> }) {
  const t = useTranslations("console.timing");
  const chosen = timing.rhythm ?? slide.rhythm;
  const nameOf = (rhythm: Rhythm) =>
    numbersOf(rhythm) === "4–4–4–4" ? t("box", { numbers: numbersOf(rhythm) }) : numbersOf(rhythm);
  return (
    <Chips
      legend={t("rhythm")}
      options={choicesOf(slide.rhythm, rhythms, sameRhythm).map((each, index) => ({
        key: numbersOf(each),
        words: index === 0 ? t("planned", { what: nameOf(each) }) : nameOf(each),
        chosen: sameRhythm(each, chosen),
        choose: () => onTiming({ ...timing, rhythm: each }),
      }))}
    />
  );
}

type Option = { key: string; words: string; chosen: boolean; choose: () => void };

function Chips({ legend, options }: { legend: string; options: Option[] }) {
  return (
    <fieldset className={styles.set}>
      <legend>{legend}</legend>
      <div className={styles.chips}>
        {options.map(({ key, words, chosen, choose }) => (
          <label key={key} className={styles.chip}>
            <input type="radio" name={legend} checked={chosen} onChange={choose} />
            <span>{words}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

const shortest = 10;

function Length({ seconds, onSeconds }: { seconds: number; onSeconds: (seconds: number) => void }) {
  const t = useTranslations("console.timing");
  const most = limits.pauseSeconds;
  const minutes = Math.floor(seconds / 60);
  const rest = seconds % 60;
  const set = (next: number) => onSeconds(withinTimer(next, shortest, most));
  return (
    <>
      <NumberField
        label={t("field.minutes")}
        value={minutes}
        most={most / 60}
        onChange={(count) => set(count * 60 + rest)}
      />
      <NumberField
        label={t("field.seconds")}
        value={rest}
        most={59}
        onChange={(count) => set(minutes * 60 + count)}
      />
    </>
  );
}

/** The seconds of one breath; in and out need at least one. */
function Numbers({ rhythm, onRhythm }: { rhythm: Rhythm; onRhythm: (rhythm: Rhythm) => void }) {
  const t = useTranslations("console.timing");
  return (["in", "hold", "out", "rest"] as const).map((part) => (
    <NumberField
      key={part}
      label={t(`field.${part}`)}
      value={rhythm[part]}
      least={part === "in" || part === "out" ? 1 : 0}
      most={20}
      onChange={(count) => onRhythm({ ...rhythm, [part]: count })}
    />
  ));
}
