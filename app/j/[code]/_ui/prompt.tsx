import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import type { Leaf } from "@/app/_client/leaves";
import { countedOf, type OwnResponse } from "@/app/_client/notebook";
import { useHandOver } from "@/app/_client/use-hand-over";
import { type PromptSlide, piecesOf } from "@/app/_ui/kinds/phone";
import type { Said } from "@/app/_ui/kinds/phone-pieces";
import { AnswerForm } from "@/app/j/[code]/_ui/answer-form";
import { Foot } from "@/app/j/[code]/_ui/foot";
import { OwnAnswer } from "@/app/j/[code]/_ui/own-answer";
import styles from "@/app/j/[code]/_ui/prompt.module.css";
import { Results } from "@/app/j/[code]/_ui/results";
import { standOf } from "@/app/j/[code]/_ui/stand";
import type { ResponseValue } from "@/protocol/kinds";
import type { PhoneView } from "@/protocol/views";

export type Writing = {
  own: OwnResponse | undefined;
  leaf: Leaf | undefined;
  /** Whether the page can send; before that the form only takes what is typed. */
  ready: boolean;
  onDraft: (draft: ResponseValue | null) => void;
  onSubmit: (value: ResponseValue) => void;
};

type Props = {
  slide: PromptSlide;
  prompt: NonNullable<PhoneView["prompt"]>;
  said: Said;
  /** The language that the parent follows the class in: what is typed is probably in it. */
  followedIn: string;
  writing: Writing;
  time: ReactNode;
};

export function Prompt({ slide, prompt, said, followedIn, writing, time }: Props) {
  const t = useTranslations("phone");
  const [editing, setEditing] = useState(false);
  const { place, handOver } = useHandOver<HTMLDivElement>();
  const { own, leaf, ready, onDraft, onSubmit } = writing;
  const pieces = piecesOf(slide);
  const stand = standOf(prompt.phase, own, editing);
  const draft = leaf?.draft && !pieces.empty(leaf.draft) ? leaf.draft : null;
  const results = prompt.results?.kind === slide.kind ? prompt.results : null;
  const marked = results !== null && pieces.marksOwn && own?.status === "sent";

  const submit = (value: ResponseValue) => {
    onSubmit(value.kind === "open" ? { ...value, language: followedIn } : value);
    setEditing(false);
    handOver("[data-status]");
  };
  const edit = () => {
    setEditing(true);
    handOver("input, textarea");
  };
  const leave = () => {
    onDraft(null);
    setEditing(false);
    handOver("[data-status]");
  };

  if (pieces.Whole)
    return (
      <div ref={place} className={styles.prompt}>
        <pieces.Whole
          slide={slide}
          prompt={prompt}
          own={own}
          said={said}
          ready={ready}
          foot={(children) => <Foot time={time}>{children}</Foot>}
          onKeep={() => leaf || onDraft(pieces.read(new FormData(), slide))}
          onSubmit={submit}
        />
      </div>
    );

  return (
    <div ref={place} className={styles.prompt}>
      {prompt.round > 1 && stand !== "closed" && <p className={styles.again}>{t("askedAgain")}</p>}
      {stand === "wait" && <p className={styles.note}>{t("opensSoon")}</p>}
      {stand === "closed" && !results && !prompt.heldBack && <p className={styles.note}>{t("closed")}</p>}
      {prompt.heldBack && <p className={styles.note}>{t("heldBack")}</p>}
      {results && (
        <Results
          slide={slide}
          results={results}
          earlier={prompt.earlier}
          again={prompt.round > 1}
          own={countedOf(own) ?? null}
          said={said}
        />
      )}
      {own && stand !== "write" && !(stand === "closed" && marked) && (
        <OwnAnswer slide={slide} own={own} said={said} recap={!marked} open={stand === "answered"} />
      )}
      {stand !== "write" && draft && (
        <div className={styles.unsent}>
          <p>{stand === "closed" ? t("unsentClosed") : t("unsent")}</p>
          <pieces.Own slide={slide} value={draft} said={said} />
        </div>
      )}
      {stand === "write" ? (
        <AnswerForm
          slide={slide}
          said={said}
          before={own}
          initial={draft ?? own?.value ?? null}
          ready={ready}
          time={time}
          onDraft={onDraft}
          onSubmit={submit}
          onLeave={editing ? leave : undefined}
        />
      ) : (
        <Foot time={time}>
          {stand === "answered" && (
            <button type="button" className="button quiet" onClick={edit}>
              {t("change")}
            </button>
          )}
        </Foot>
      )}
    </div>
  );
}
