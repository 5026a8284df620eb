"use client";

import { useTranslations } from "next-intl";
import type { FormRefusal } from "@/app/_client/auth-form";
import { AuthForm } from "@/app/(auth)/auth-form";
import { Field } from "@/app/(auth)/field";

type Props = {
  csrfToken: string;
  setupToken: string;
  email: string;
  name: string;
  refusal: FormRefusal | undefined;
};

export function SetupForm({ csrfToken, setupToken, email, name, refusal }: Props) {
  const t = useTranslations("auth");
  return (
    <AuthForm
      action="/api/auth/callback/setup"
      hidden={{ csrfToken, setupToken, callbackUrl: "/classes" }}
      label={t("makeAccount")}
      sendingLabel={t("makingAccount")}
      refusal={refusal}
    >
      {(errorOf) => (
        <>
          <Field
            name="name"
            label={t("name")}
            hint={t("nameHint")}
            autoComplete="name"
            maxLength={80}
            required
            defaultValue={name}
            error={errorOf("name")}
          />
          <Field
            name="email"
            type="email"
            label={t("email")}
            hint={t("emailHint")}
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            maxLength={254}
            required
            defaultValue={email}
            error={errorOf("email")}
          />
          <Field
            name="password"
            type="password"
            label={t("password")}
            hint={t("passwordHint")}
            autoComplete="new-password"
            minLength={10}
            maxLength={200}
            required
            error={errorOf("password")}
          />
        </>
      )}
    </AuthForm>
  );
}
