"use client";

import { useTranslations } from "next-intl";
import { type InputHTMLAttributes, useId, useState } from "react";
import { useScripts } from "@/app/_client/auth-form";
import styles from "./form.module.css";

type Props = InputHTMLAttributes<HTMLInputElement> & {
  name: string;
  label: string;
  hint?: string;
  /** What is wrong with what stands in it. */
  error?: string | undefined;
};

/** A field with its label above it and what is wrong below it. */
export function Field({ label, hint, error, ...input }: Props) {
  const id = useId();
  const secret = input.type === "password";
  const [plain, setPlain] = useState(false);
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ");
  return (
    <div className={styles.row}>
      <label htmlFor={id}>{label}</label>
      {hint && (
        <p id={`${id}-hint`} className={styles.hint}>
          {hint}
        </p>
      )}
      <div className={secret ? styles.secret : undefined}>
        <input
          {...input}
          id={id}
          type={secret && plain ? "text" : input.type}
          className="field"
          aria-invalid={error ? true : undefined}
          aria-describedby={described || undefined}
        />
        {secret && <Toggle plain={plain} controls={id} flip={() => setPlain(!plain)} />}
      </div>
      {error && (
        <p id={`${id}-error`} role="alert" className="error">
          {error}
        </p>
      )}
    </div>
  );
}

function Toggle({ plain, controls, flip }: { plain: boolean; controls: string; flip: () => void }) {
  const t = useTranslations("auth");
  // Without scripts it would do nothing.
  if (!useScripts()) return null;
  return (
    <button type="button" className={styles.toggle} aria-controls={controls} onClick={flip}>
      {plain ? t("hide") : t("show")}
      <span className="unseen"> {t("thePassword")}</span>
    </button>
  );
}
