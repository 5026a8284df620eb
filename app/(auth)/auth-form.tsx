"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useRef } from "react";
import { type FormRefusal, useAuthForm } from "@/app/_client/auth-form";
import styles from "./form.module.css";

type Props = {
  action: string;
  /** What the form sends besides what a person types. */
  hidden: Record<string, string>;
  label: string;
  sendingLabel: string;
  refusal: FormRefusal | undefined;
  /** The fields, given what is wrong with each. */
  children: (errorOf: (field: string) => string | undefined) => ReactNode;
};

/** Reasons that have their own sentence; for any other the person can only try again. */
const told = [
  "credentials_wrong",
  "too_many_tries",
  "link_used",
  "overloaded",
  "form_expired",
  "unreachable",
];

/** A form of one button. It works before scripts run; with them nothing typed is lost. */
export function AuthForm({ action, hidden, label, sendingLabel, refusal: initial, children }: Props) {
  const t = useTranslations("auth");
  const { refusal, sending, submit } = useAuthForm(initial);
  const form = useRef<HTMLFormElement>(null);

  const wrong = refusal && wrongField(refusal);
  const sentence = (): string => {
    if (refusal?.code === "invalid" && wrong) return t(`wrong.${wrong}`);
    return t(`refused.${refusal && told.includes(refusal.code) ? refusal.code : "internal"}`);
  };

  // Whoever cannot see the page is taken to what is to be put right, and hears why.
  useEffect(() => {
    if (!refusal) return;
    const field = form.current?.querySelector<HTMLElement>("[aria-invalid=true]");
    (field ?? form.current?.querySelector<HTMLElement>("[role=alert]"))?.focus();
  }, [refusal]);

  return (
    <form ref={form} className={styles.form} method="post" action={action} onSubmit={submit}>
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {refusal && !wrong && (
        <p role="alert" tabIndex={-1} className={styles.refused}>
          {sentence()}
        </p>
      )}
      {children((field) => (field === wrong ? sentence() : undefined))}
      <button type="submit" className="button" aria-disabled={sending || undefined}>
        {sending ? sendingLabel : label}
      </button>
    </form>
  );
}

/** The field beside which the sentence stands; undefined for what no field can put right. */
function wrongField({ code, field }: FormRefusal): string | undefined {
  if (code === "credentials_wrong") return "password";
  return code === "invalid" && field && ["name", "email", "password"].includes(field) ? field : undefined;
}
