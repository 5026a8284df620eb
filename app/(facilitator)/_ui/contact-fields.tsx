import { useTranslations } from "next-intl";
import type { HTMLAttributes, ReactNode } from "react";
import type { ContactDraft, ContactFault, ContactFaults } from "./contact-draft";
import styles from "./contact-editor.module.css";

type Props = {
  id: string;
  /** Its place in the list, from 1. */
  nth: number;
  draft: ContactDraft;
  faults: ContactFaults;
  onChange: (typed: Partial<ContactDraft>) => void;
  children: ReactNode;
};

/** The fields of one contact. */
export function ContactFields({ id, nth, draft, faults, onChange, children }: Props) {
  const t = useTranslations("team.contacts");
  const field = (
    name: keyof ContactDraft,
    more: Pick<HTMLAttributes<HTMLInputElement>, "inputMode" | "dir"> = {},
  ) => (
    <Field
      id={`${id}-${name}`}
      label={t(`${name}.label`)}
      hint={t(`${name}.hint`)}
      fault={faults[name]}
      value={draft[name]}
      onChange={(text) => onChange({ [name]: text })}
      {...more}
    />
  );
  return (
    <fieldset className={styles.contact}>
      <legend>{t("nth", { nth })}</legend>
      {field("name", { dir: "auto" })}
      <div className={styles.pair}>
        {field("phone", { inputMode: "tel", dir: "ltr" })}
        {field("url", { inputMode: "url", dir: "ltr" })}
      </div>
      {field("note", { dir: "auto" })}
      {children}
    </fieldset>
  );
}

type FieldProps = Pick<HTMLAttributes<HTMLInputElement>, "inputMode" | "dir"> & {
  id: string;
  label: string;
  hint: string;
  fault: ContactFault | undefined;
  value: string;
  onChange: (text: string) => void;
};

function Field({ id, label, hint, fault, value, onChange, ...input }: FieldProps) {
  const t = useTranslations("team.contacts.fault");
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <p id={`${id}-hint`} className={styles.hint}>
        {hint}
      </p>
      <input
        {...input}
        id={id}
        className="field"
        autoComplete="off"
        value={value}
        onChange={(event) => onChange(event.target.value)}
        aria-invalid={fault ? true : undefined}
        aria-describedby={fault ? `${id}-fault ${id}-hint` : `${id}-hint`}
      />
      {fault && (
        <p id={`${id}-fault`} className="error">
          {t(fault)}
        </p>
      )}
    </div>
  );
}
