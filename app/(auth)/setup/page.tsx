import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { csrfDetour, csrfToken } from "@/app/_auth/csrf";
import { facilitator } from "@/app/_auth/facilitator";
import { keptForm } from "@/app/_auth/kept-form";
import { Door } from "@/app/_ui/door";
import { LanguageSwitch } from "@/app/_ui/language-switch";
import { NeedsCookies } from "@/app/(auth)/needs-cookies";
import { type Query, refusalOf } from "@/app/(auth)/query";
import { getApp } from "@/server/app";
import { SetupForm } from "./setup-form";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("auth");
  return { title: `${t("setup")} · Attune` };
}

export default async function SetupPage({ searchParams }: { searchParams: Query }) {
  const query = await searchParams;
  if (await facilitator()) redirect("/classes");
  const setupToken = typeof query.token === "string" ? query.token : "";
  if (!(await getApp().queries.setupOpen(setupToken))) return <LinkUsed />;

  const csrf = await csrfToken();
  const here = `/setup?${new URLSearchParams({ token: setupToken })}`;
  if (!csrf && query.asked) return <NeedsCookies again={here} />;
  if (!csrf) redirect(csrfDetour("/setup", { token: setupToken }));

  const t = await getTranslations("auth");
  const refusal = refusalOf(query);
  const { email, name } = refusal ? await keptForm() : { email: "", name: "" };
  return (
    <Door title={t("setup")} foot={<LanguageSwitch back={here} />}>
      <p>{t("setupLead")}</p>
      <SetupForm csrfToken={csrf} setupToken={setupToken} email={email} name={name} refusal={refusal} />
    </Door>
  );
}

/** A link that was used, replaced by a newer one, or cut short on its way. */
async function LinkUsed() {
  const t = await getTranslations("auth");
  return (
    <Door title={t("linkUsed.title")} foot={<LanguageSwitch back="/setup" />}>
      <p>{t("linkUsed.lead")}</p>
      <p>{t("linkUsed.account")}</p>
      <Link className="button" href="/sign-in">
        {t("signIn")}
      </Link>
      <p>{t("linkUsed.restart")}</p>
    </Door>
  );
}
