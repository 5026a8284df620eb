import { useLocale, useTranslations } from "next-intl";
import { type ReactNode, useId, useState } from "react";
import { type Handout, keepIntention, readIntention } from "@/app/_client/keepsake";
import { type Answer, answersOf, intentionOf, reflectionsOf } from "@/app/_client/keepsake-answers";
import { printKeepsake, type Saved, saveKeepsake, withPictures } from "@/app/_client/keepsake-file";
import type { Keepsake } from "@/app/_client/keepsake-page";
import type { Leaves } from "@/app/_client/leaves";
import type { OwnResponse } from "@/app/_client/notebook";
import { readReflections } from "@/app/_client/reflections";
import { useReflections } from "@/app/_client/use-reflections";
import { directionOf } from "@/app/_ui/direction";
import { Prose } from "@/app/_ui/kinds/prose";
import styles from "@/app/j/[code]/_ui/keepsake-sheet.module.css";
import { Sheet } from "@/app/j/[code]/_ui/sheet";

export type KeepsakeParts = {
  /** Null on a sample, which keeps nothing. */
  sessionId: string | null;
  leaves: Leaves;
  responses: Record<string, OwnResponse>;
  handout: Handout | null;
};

const handoutId = "handout";

/** What a parent takes home: what is in it, what is left out, and the two ways to keep it. */
export function KeepsakeSheet({
  sessionId,
  leaves,
  responses,
  handout,
  onClose,
}: KeepsakeParts & { onClose: () => void }) {
  const t = useTranslations("phone.keepsake");
  const language = useLocale();
  const ids = { intention: useId(), hint: useId(), said: useId() };
  const { texts } = useReflections();
  const [reflected] = useState(() => ({ ...(sessionId ? readReflections(sessionId) : {}), ...texts }));
  const [intention, setIntention] = useState(
    () => (sessionId ? readIntention(sessionId) : null) ?? intentionOf(leaves, reflected),
  );
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [saved, setSaved] = useState<Saved | null>(null);

  const answers = answersOf(leaves, responses);
  const reflections = reflectionsOf(leaves, reflected).map((one) => ({ ...one, id: `own ${one.id}` }));
  const taken = (id: string) => !left.has(id);

  const write = (text: string) => {
    setIntention(text);
    if (sessionId) keepIntention(sessionId, text);
  };
  const take = (id: string, wanted: boolean) =>
    setLeft((now) => new Set(wanted ? [...now].filter((one) => one !== id) : [...now, id]));
  const make = async (): Promise<Keepsake> => ({
    language,
    words: {
      file: t("file"),
      title: t("pageTitle"),
      intention: t("intention"),
      reflections: t("reflections"),
      answers: t("answers"),
      again: t("again"),
      note: t("pageNote"),
    },
    intention: intention.trim(),
    answers: answers.filter(({ id }) => taken(id)),
    reflections: reflections.filter(({ id }) => taken(id)),
    handout:
      handout?.handout && taken(handoutId)
        ? { title: handout.title, language: handout.language, html: await withPictures(handout.handout) }
        : null,
  });
  const save = async () => setSaved(saveKeepsake(await make()));
  const print = async () => printKeepsake(await make());

  return (
    <Sheet title={t("title")} onClose={onClose}>
      {() => (
        <>
          <p>{t("text")}</p>
          <p className={styles.careful}>{t("shared")}</p>
          <div className={styles.part}>
            <label htmlFor={ids.intention} className={styles.label}>
              {t("intention")}
            </label>
            <p id={ids.hint} className={styles.hint}>
              {t("intentionHint")}
            </p>
            <textarea
              id={ids.intention}
              className="field"
              rows={2}
              dir="auto"
              maxLength={1000}
              aria-describedby={ids.hint}
              value={intention}
              onChange={(event) => write(event.currentTarget.value)}
            />
          </div>
          <fieldset className={styles.part}>
            <legend className={styles.label}>{t("inIt")}</legend>
            <p className={styles.hint}>{t("inItHint")}</p>
            {reflections.map((one) => (
              <Part
                key={one.id}
                answer={one}
                name={one.title || t("reflection")}
                taken={taken(one.id)}
                onTake={take}
              />
            ))}
            {answers.map((one) => (
              <Part
                key={one.id}
                answer={one}
                name={one.again ? `${one.title} (${t("again")})` : one.title}
                taken={taken(one.id)}
                onTake={take}
              />
            ))}
            {handout?.handout ? (
              <>
                <Choice id={handoutId} taken={taken(handoutId)} onTake={take}>
                  {t("handout", { title: handout.title })}
                </Choice>
                <details className={styles.read}>
                  <summary>{t("read")}</summary>
                  <Prose html={handout.handout} lang={handout.language} dir={directionOf(handout.language)} />
                </details>
              </>
            ) : (
              <p className={styles.hint}>{t(handout ? "handoutNone" : "handoutLater")}</p>
            )}
            {answers.length + reflections.length === 0 && <p className={styles.hint}>{t("noAnswers")}</p>}
          </fieldset>
          <div className={styles.actions}>
            <button type="button" className="button" onClick={() => void save()}>
              {t("save")}
            </button>
            <button type="button" className="button quiet" onClick={() => void print()}>
              {t("print")}
            </button>
            <p role="status">{saved && t(`saved.${saved}`, { file: `${t("file").toLowerCase()}.html` })}</p>
          </div>
        </>
      )}
    </Sheet>
  );
}

type Take = (id: string, wanted: boolean) => void;

function Part({
  answer,
  name,
  taken,
  onTake,
}: {
  answer: Answer;
  name: string;
  taken: boolean;
  onTake: Take;
}) {
  const { language } = answer;
  const said = language ? { lang: language, dir: directionOf(language) } : {};
  return (
    <div className={styles.entry} data-taken={taken}>
      <Choice id={answer.id} taken={taken} onTake={onTake}>
        <span {...said}>{name}</span>
      </Choice>
      <ul>
        {answer.lines.map(({ of, said: words }, index) => (
          <li key={index}>
            {of !== null && <span dir="auto">{of} </span>}
            <span dir="auto" className={of === null ? styles.written : styles.said}>
              {words}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

type ChoiceProps = { id: string; taken: boolean; onTake: Take; children: ReactNode };

function Choice({ id, taken, onTake, children }: ChoiceProps) {
  return (
    <label className={styles.choice}>
      <input type="checkbox" checked={taken} onChange={(event) => onTake(id, event.currentTarget.checked)} />
      <span>{children}</span>
    </label>
  );
}
