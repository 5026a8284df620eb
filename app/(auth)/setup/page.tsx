import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { csrfDetour, csrfToken } from "@/app/_auth/csrf";
import { facilitator } from "@/app/_auth/facilitator";
import { keptForm } from "@/app/_auth/kept-form";
import styles from "@/app/(auth)/layout.module.css";
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
  if (!csrf && query.asked)
    return <NeedsCookies again={`/setup?${new URLSearchParams({ token: setupToken })}`} />;
  if (!csrf) redirect(csrfDetour("/setup", { token: setupToken }));

  const t = await getTranslations("auth");
  const refusal = refusalOf(query);
  const { email, name } = refusal ? await keptForm() : { email: "", name: "" };
  return (
    <>
      <h1 className={styles.title}>{t("setup")}</h1>
      <p className={styles.lead}>{t("setupLead")}</p>
      <SetupForm csrfToken={csrf} setupToken={setupToken} email={email} name={name} refusal={refusal} />
    </>
  );
}

/** A link that was used, replaced by a newer one, or cut short on its way. */
async function LinkUsed() {
  const t = await getTranslations("auth");
  return (
    <>
      <h1 className={styles.title}>{t("linkUsed.title")}</h1>
      <p className={styles.lead}>{t("linkUsed.lead")}</p>
      <ul className={styles.steps}>
        <li>{t("linkUsed.account")}</li>
        <li>{t("linkUsed.restart")}</li>
      </ul>
      <div className={styles.foot}>
        <Link className="button" href="/sign-in">
          {t("signIn")}
        </Link>
      </div>
    </>
  );
}
