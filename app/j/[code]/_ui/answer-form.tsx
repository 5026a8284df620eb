import { useTranslations } from "next-intl";
import { type FormEvent, type ReactNode, useId, useState } from "react";
import type { OwnResponse } from "@/app/_client/notebook";
import { useTyped } from "@/app/_client/use-typed";
import { type PromptSlide, piecesOf } from "@/app/_ui/kinds/phone";
import type { Lack, Said } from "@/app/_ui/kinds/phone-pieces";
import { Foot } from "@/app/j/[code]/_ui/foot";
import { Earlier } from "@/app/j/[code]/_ui/own-answer";
import styles from "@/app/j/[code]/_ui/prompt.module.css";
import { Status } from "@/app/j/[code]/_ui/status";
import type { ResponseValue } from "@/protocol/kinds";

type Props = {
  slide: PromptSlide;
  said: Said;
  /** An answer that did not get through, or is being changed. */
  before: OwnResponse | undefined;
  initial: ResponseValue | null;
  ready: boolean;
  time: ReactNode;
  onDraft: (draft: ResponseValue) => void;
  onSubmit: (value: ResponseValue) => void;
  onLeave: (() => void) | undefined;
};

export function AnswerForm(props: Props) {
  const { slide, said, before, initial, ready, time, onDraft, onSubmit, onLeave } = props;
  const t = useTranslations("phone");
  const lackId = useId();
  const [lack, setLack] = useState<Lack | null>(null);
  const pieces = piecesOf(slide);
  const read = (form: HTMLFormElement) => pieces.read(new FormData(form), slide);
  const { place, round } = useTyped(ready, (form) => {
    const typed = read(form);
    if (pieces.empty(typed)) return initial !== null;
    onDraft(typed);
    return false;
  });

  const write = (event: FormEvent<HTMLFormElement>) => {
    const typed = read(event.currentTarget);
    onDraft(typed);
    if (lack) setLack(pieces.lack(typed, slide));
  };
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const value = read(event.currentTarget);
    const missing = pieces.lack(value, slide);
    setLack(missing);
    if (missing) focusField(event.currentTarget, missing.field);
    else onSubmit(value);
  };

  return (
    <form
      ref={place}
      // The script takes the answer: without it the form must not put one into an address.
      method="post"
      className={styles.form}
      onInput={write}
      onSubmit={send}
      noValidate
      aria-label={t("yourAnswer")}
    >
      {before && (before.status === "late" || before.status === "refused") && (
        <div className={styles.answer}>
          <Status own={before} open />
          <Earlier slide={slide} own={before} said={said} />
        </div>
      )}
      <Fields
        key={round}
        slide={slide}
        said={said}
        initial={initial}
        lackId={lack ? lackId : undefined}
        Kind={pieces.Fields}
      />
      <Foot time={time}>
        <p id={lackId} role="alert" className="error" hidden={!lack}>
          {lack && t(lack.message, lack.values)}
        </p>
        <button type="submit" className="button" disabled={!ready}>
          {onLeave ? t("sendChange") : t("send")}
        </button>
        {onLeave && (
          <button type="button" className="button quiet" onClick={onLeave}>
            {t("leaveAsItWas")}
          </button>
        )}
        <noscript>{t("noScript")}</noscript>
      </Foot>
    </form>
  );
}

type FieldsProps = {
  slide: PromptSlide;
  said: Said;
  initial: ResponseValue | null;
  lackId: string | undefined;
  Kind: ReturnType<typeof piecesOf>["Fields"];
};

/** Holds what the fields began with: from then on they are the browser's. */
function Fields({ Kind, initial, ...rest }: FieldsProps) {
  const [first] = useState(initial);
  return <Kind {...rest} initial={first} />;
}

function focusField(form: HTMLFormElement, name: string): void {
  const found = form.elements.namedItem(name);
  const field = found instanceof RadioNodeList ? found[0] : found;
  if (field instanceof HTMLElement) field.focus();
}
