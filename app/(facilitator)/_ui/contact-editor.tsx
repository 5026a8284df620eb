"use client";
import { useTranslations } from "next-intl";
import { type ReactNode, useRef, useState } from "react";
import { ContactFields } from "@/app/(facilitator)/_ui/contact-fields";
import { limits } from "@/protocol/limits";
import type { Contact } from "@/protocol/support";
import { type ContactDraft, contactOf, draftOf, emptyDraft, faultsOf, sameContacts } from "./contact-draft";
import styles from "./contact-editor.module.css";

type Props = {
  /** As they are kept now. */
  contacts: Contact[];
  onSave: ((contacts: Contact[]) => void) | undefined;
  busy?: boolean;
  /** Nothing can be saved at the moment. */
  blocked?: boolean;
  /** Why the last try was not done. */
  children?: ReactNode;
};

type Row = { key: number; draft: ContactDraft };

/** Whom parents can turn to: added, changed, put in order and taken away, then saved together. */
export function ContactEditor({ contacts, onSave, busy = false, blocked = false, children }: Props) {
  const t = useTranslations("team.contacts");
  const form = useRef<HTMLFormElement>(null);
  const next = useRef(contacts.length);
  const [rows, setRows] = useState<Row[]>(() =>
    contacts.map((contact, key) => ({ key, draft: draftOf(contact) })),
  );
  const [checked, setChecked] = useState(false);
  const [said, setSaid] = useState("");
  const made = rows.map(({ draft }) => contactOf(draft));
  const clean = sameContacts(made, contacts);

  const change = (changed: Row[], words = "") => {
    setRows(changed);
    setSaid(words);
  };
  const add = () => {
    const key = next.current;
    next.current += 1;
    change([...rows, { key, draft: emptyDraft }]);
    setChecked(false);
    focusSoon(form, `#contact-${key}-name`);
  };
  const remove = (at: number) => {
    change(
      rows.filter((_, index) => index !== at),
      t("removed", { name: nameOf(rows[at]) }),
    );
    focusSoon(form, "[data-add]");
  };
  const move = (at: number, by: number) => {
    const to = at + by;
    const row = rows[at];
    if (!row || to < 0 || to >= rows.length) return;
    const others = rows.filter((_, index) => index !== at);
    change(
      [...others.slice(0, to), row, ...others.slice(to)],
      t("moved", { name: nameOf(row), place: to + 1 }),
    );
  };
  const save = () => {
    if (busy || blocked) return;
    setChecked(true);
    const faulty = rows.some(({ draft }) => Object.keys(faultsOf(draft)).length > 0);
    if (faulty) return focusSoon(form, "[aria-invalid]");
    onSave?.(made);
  };

  return (
    <form
      ref={form}
      className={styles.editor}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      {rows.length === 0 && <p>{t("none")}</p>}
      {rows.map(({ key, draft }, at) => (
        <ContactFields
          key={key}
          id={`contact-${key}`}
          nth={at + 1}
          draft={draft}
          faults={checked ? faultsOf(draft) : {}}
          onChange={(typed) =>
            change(rows.map((row) => (row.key === key ? { key, draft: { ...draft, ...typed } } : row)))
          }
        >
          <div className={styles.actions}>
            <Move disabled={at === 0} onClick={() => move(at, -1)} words={t("up")} name={draft.name} />
            <Move
              disabled={at === rows.length - 1}
              onClick={() => move(at, 1)}
              words={t("down")}
              name={draft.name}
            />
            <button type="button" className="button quiet" onClick={() => remove(at)}>
              {t("remove")}
              <span className="unseen"> {draft.name}</span>
            </button>
          </div>
        </ContactFields>
      ))}
      {rows.length < limits.contacts ? (
        <button type="button" className={`button quiet ${styles.add}`} data-add onClick={add}>
          {t("add")}
        </button>
      ) : (
        <p className={styles.hint} data-add tabIndex={-1}>
          {t("full", { count: limits.contacts })}
        </p>
      )}
      {children}
      <div className={styles.save}>
        <button type="submit" className="button" aria-disabled={busy || blocked || clean}>
          {busy ? t("saving") : t("save")}
        </button>
        <p role="status">{clean ? rows.length > 0 && t("saved") : t("unsaved")}</p>
      </div>
      <p className="unseen" role="status">
        {said}
      </p>
    </form>
  );
}

type MoveProps = { disabled: boolean; onClick: () => void; words: string; name: string };

/** Keeps the focus when it has led to an end, so that the way back is one press. */
function Move({ disabled, onClick, words, name }: MoveProps) {
  return (
    <button type="button" className="button quiet" aria-disabled={disabled} onClick={onClick}>
      {words}
      <span className="unseen"> {name}</span>
    </button>
  );
}

const nameOf = (row: Row | undefined) => row?.draft.name.trim() ?? "";

/** After the change is drawn. */
function focusSoon(form: { current: HTMLFormElement | null }, selector: string) {
  requestAnimationFrame(() => form.current?.querySelector<HTMLElement>(selector)?.focus());
}
