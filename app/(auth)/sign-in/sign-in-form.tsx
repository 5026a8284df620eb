"use client";

import { useTranslations } from "next-intl";
import type { FormRefusal } from "@/app/_client/auth-form";
import { AuthForm } from "@/app/(auth)/auth-form";
import { Field } from "@/app/(auth)/field";

type Props = { csrfToken: string; next: string; email: string; refusal: FormRefusal | undefined };

export function SignInForm({ csrfToken, next, email, refusal }: Props) {
  const t = useTranslations("auth");
  return (
    <AuthForm
      action="/api/auth/callback/credentials"
      hidden={{ csrfToken, callbackUrl: next }}
      label={t("signIn")}
      sendingLabel={t("signingIn")}
      refusal={refusal}
    >
      {(errorOf) => (
        <>
          <Field
            name="email"
            type="email"
            label={t("email")}
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
            autoComplete="current-password"
            maxLength={200}
            required
            error={errorOf("password")}
          />
        </>
      )}
    </AuthForm>
  );
}
