"use client";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import type { OwnResponse } from "@/app/_client/notebook";
import { useReflection } from "@/app/_client/use-reflection";
import { useReflections } from "@/app/_client/use-reflections";
import shared from "@/app/_ui/kinds/phone.module.css";
import type { OwnProps, PromptPieces, ResultsProps, WholeProps } from "@/app/_ui/kinds/phone-pieces";
import styles from "@/app/_ui/kinds/reflect/phone.module.css";
import { limits } from "@/protocol/limits";

/** From here on the count is shown: earlier it would only hurry the writer. */
const nearLimit = limits.reflection - 200;

export const reflectPhone: PromptPieces<"reflect"> = {
  // There is no form: a field of one could be sent.
  Fields: () => null,
  Whole,
  Own,
  Results,
  read: () => ({ kind: "reflect" }),
  empty: () => false,
  lack: () => null,
  marksOwn: false,
};

function Whole({ slide, prompt, own, said, ready, foot, onKeep, onSubmit }: WholeProps<"reflect">) {
  const t = useTranslations("phone");
  const hint = useId();
  const open = prompt.phase === "open";
  const again = open && (!own || own.status === "late" || own.status === "refused");
  return (
    <div className={styles.reflect} data-reflect={prompt.phase}>
      <Paper slide={slide} said={said} ready={ready} onKeep={onKeep} />
      {own && !again && <Standing own={own} />}
      {foot(
        again && (
          <>
            {/* No form around it: there is nothing that could be sent but the press itself. */}
            <button
              type="button"
              className="button"
              disabled={!ready}
              aria-describedby={hint}
              onClick={() => onSubmit({ kind: "reflect" })}
            >
              {t("reflect.done")}
            </button>
            <p id={hint} className={`${styles.hint} ${styles.aside}`}>
              {t("reflect.doneHint")}
            </p>
          </>
        ),
      )}
    </div>
  );
}

/** Where one writes: before it opens, while it is open, and afterwards. */
function Paper({
  slide,
  said,
  ready,
  onKeep,
}: Pick<WholeProps<"reflect">, "slide" | "said" | "ready" | "onKeep">) {
  const t = useTranslations("phone");
  const privacy = useId();
  const { field, write, kept } = useReflection(slide.id, slide.starter, ready);
  const [length, setLength] = useState(0);
  const starter = slide.starter && `${slide.starter.trimEnd()} `;
  return (
    <div className={styles.paper}>
      {slide.intention && (
        <p className={styles.intention}>
          <span className={shared.tag}>{t("reflect.intention")}</span>
        </p>
      )}
      <p id={privacy} className={styles.private}>
        {kept ? t("reflect.private") : t("reflect.forgetful")}
      </p>
      {/* It has no name: even without its script a browser has nothing to send. */}
      <textarea
        ref={field}
        className="field"
        rows={5}
        lang={starter ? said.lang : undefined}
        dir={starter ? said.dir : "auto"}
        maxLength={limits.reflection}
        autoComplete="off"
        aria-label={t(slide.intention ? "reflect.intentionLabel" : "reflect.label")}
        aria-describedby={privacy}
        defaultValue={starter}
        onInput={(event) => {
          const { value } = event.currentTarget;
          write(value);
          setLength(value.length);
          onKeep();
        }}
      />
      <p className={styles.left} aria-live="polite">
        {length >= nearLimit && t("reflect.left", { count: limits.reflection - length })}
      </p>
    </div>
  );
}

const words = {
  sending: { mark: "…", title: "counting", text: null },
  sent: { mark: "✓", title: "counted", text: "countedText" },
  waiting: { mark: "↻", title: "waiting", text: "waitingText" },
  late: { mark: "–", title: "late", text: "lateText" },
  refused: { mark: "–", title: "late", text: "lateText" },
} as const satisfies Record<OwnResponse["status"], { mark: string; title: string; text: string | null }>;

function Standing({ own }: { own: OwnResponse }) {
  const t = useTranslations("phone");
  const { mark, title, text } = words[own.status];
  return (
    <div
      role="status"
      data-status={own.status}
      data-trouble={own.status !== "sent" && own.status !== "sending"}
      tabIndex={-1}
      className={styles.status}
    >
      <span aria-hidden="true">{mark}</span>
      <p>
        <b>{t(`reflect.${title}`)}</b> {text && t(`reflect.${text}`)}
      </p>
    </div>
  );
}

function Own({ slide }: OwnProps<"reflect">) {
  const t = useTranslations("phone");
  const { texts } = useReflections();
  const text = texts[slide.id];
  if (!text) return <p className={styles.hint}>{t("reflect.nothing")}</p>;
  return (
    <ul className={shared.own}>
      <li dir="auto" className={shared.text}>
        {text}
      </li>
    </ul>
  );
}

function Results({ results }: ResultsProps<"reflect">) {
  const t = useTranslations("phone");
  return <p>{t("reflect.doneCount", { count: results.responses })}</p>;
}
