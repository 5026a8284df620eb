import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { limits } from "@/protocol/limits";
import type { Cockpit } from "./cockpit";
import styles from "./hands.module.css";
import {
  type Draft,
  draftOf,
  type HandsSlide,
  handsOf,
  isReady,
  questionsOf,
  sumOf,
  takesHands,
  voicesOf,
  withCount,
} from "./hands-draft";
import { HandsOrders } from "./hands-orders";
import { NumberField } from "./number-field";

/** Hands counted for parents without a phone: they join the same results, behind the same guard. */
export function Hands({ control }: Cockpit) {
  const t = useTranslations("console.hands");
  const { slide, prompt } = control.state.view;
  const ref = useRef<HTMLDetailsElement>(null);
  if (!takesHands(slide) || !prompt || prompt.phase === "ready") return null;
  const entered = draftOf(slide, prompt.hands);
  // Folded again once the count is in: the form is renewed then, and the answers stand above it.
  const fold = () => {
    const { current } = ref;
    current?.querySelector("summary")?.focus();
    if (current) current.open = false;
  };
  return (
    <details
      ref={ref}
      className={styles.hands}
      onToggle={({ currentTarget }) => {
        if (currentTarget.open) currentTarget.scrollIntoView({ block: "start" });
      }}
    >
      <summary>
        <h3>{t("title")}</h3>
        {prompt.hands && <span>{t("counted", { count: voicesOf(slide, entered) })}</span>}
      </summary>
      {/* What was saved, here or on another console, is where typing begins anew. */}
      <Form
        key={`${prompt.id} ${JSON.stringify(prompt.hands)}`}
        slide={slide}
        entered={entered}
        saved={prompt.hands !== null}
        onSave={(draft) => {
          fold();
          control.act({ name: "hands:set", input: { slideId: slide.id, hands: handsOf(slide, draft) } });
        }}
        onRemove={() => {
          fold();
          control.act({ name: "hands:set", input: { slideId: slide.id, hands: null } });
        }}
      />
    </details>
  );
}

type FormProps = {
  slide: HandsSlide;
  entered: Draft;
  saved: boolean;
  onSave: (draft: Draft) => void;
  onRemove: () => void;
};

function Form({ slide, entered, saved, onSave, onRemove }: FormProps) {
  const t = useTranslations("console.hands");
  const [draft, setDraft] = useState(entered);
  const ready = isReady(slide, draft);
  const same = saved && JSON.stringify(draft) === JSON.stringify(entered);
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (ready && !same) onSave(draft);
      }}
    >
      <p className={styles.quiet}>{t(`text.${slide.kind}`)}</p>
      {slide.kind === "rank" ? (
        <HandsOrders slide={slide} draft={draft} onDraft={setDraft} />
      ) : (
        <NumberField
          label={t(slide.kind === "reflect" ? "done" : "voices")}
          value={draft.voices}
          most={limits.voices}
          onChange={(voices) => setDraft({ ...draft, voices })}
        />
      )}
      <Counts slide={slide} draft={draft} onDraft={setDraft} />
      <div className={styles.actions}>
        <button
          type="submit"
          className="button quiet"
          aria-disabled={!ready || same}
          aria-describedby="hands-state"
        >
          {t("save")}
        </button>
        {saved && (
          <button type="button" className="button quiet" onClick={onRemove}>
            {t("remove")}
          </button>
        )}
      </div>
      <p id="hands-state" className={styles.quiet} role="status">
        {same ? t("saved") : ready ? t("ready") : voicesOf(slide, draft) < 1 ? t("nobody") : t("notYet")}
      </p>
    </form>
  );
}

type CountsProps = { slide: HandsSlide; draft: Draft; onDraft: (draft: Draft) => void };

/** A number per answer, and under each question whether all hands are in. */
function Counts({ slide, draft, onDraft }: CountsProps) {
  const t = useTranslations("console.hands");
  return questionsOf(slide).map((question, row) => {
    const sum = sumOf(slide, draft.voices, draft.rows[row] ?? []);
    return (
      <fieldset key={question.id} className={styles.question}>
        {question.text === "" ? (
          <legend className="unseen">{t("answers")}</legend>
        ) : (
          <legend dir="auto">{question.text}</legend>
        )}
        <div className={styles.answers}>
          {question.answers.map((answer, at) => (
            <NumberField
              key={answer.id}
              label={answer.text}
              of={question.text}
              value={draft.rows[row]?.[at] ?? 0}
              most={limits.voices}
              onChange={(count) => onDraft(withCount(draft, row, at, count))}
            />
          ))}
        </div>
        {draft.voices > 0 && (
          <p className={styles.sum} data-is={sum.is}>
            {t(`sum.${sum.is}`, { count: sum.by, voices: draft.voices })}
          </p>
        )}
      </fieldset>
    );
  });
}
