import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { csrfDetour, csrfToken } from "@/app/_auth/csrf";
import { facilitator } from "@/app/_auth/facilitator";
import { keptForm } from "@/app/_auth/kept-form";
import { nextPath } from "@/app/_auth/next-path";
import { Door } from "@/app/_ui/door";
import { LanguageSwitch } from "@/app/_ui/language-switch";
import { NeedsCookies } from "@/app/(auth)/needs-cookies";
import { type Query, refusalOf } from "@/app/(auth)/query";
import { SignInForm } from "./sign-in-form";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("auth");
  return { title: `${t("signIn")} · Attune` };
}

export default async function SignInPage({ searchParams }: { searchParams: Query }) {
  const query = await searchParams;
  const next = nextPath(query.next);
  if (await facilitator()) redirect(next);

  const token = await csrfToken();
  const here = `/sign-in?${new URLSearchParams({ next })}`;
  if (!token && query.asked) return <NeedsCookies again={here} />;
  if (!token) redirect(csrfDetour("/sign-in", { next }));

  const t = await getTranslations("auth");
  const refusal = refusalOf(query);
  const { email } = refusal ? await keptForm() : { email: "" };
  return (
    <Door
      title={t("signIn")}
      foot={
        <>
          <Link href="/">{t("enterCode")}</Link>
          <LanguageSwitch back={here} />
        </>
      }
    >
      <p>{t("signInLead")}</p>
      <SignInForm csrfToken={token} next={next} email={email} refusal={refusal} />
    </Door>
  );
}
