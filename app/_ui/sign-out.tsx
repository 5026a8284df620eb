import { getTranslations } from "next-intl/server";
import { SignOutButton } from "@/app/_ui/sign-out-button";

/** For the header of a facilitator's page. Its words come from the server: the page loads no more of them. */
export async function SignOut({ name }: { name?: string | undefined }) {
  const t = await getTranslations("auth");
  return (
    <SignOutButton
      labels={{
        menu: name ?? t("account"),
        here: t("signOut"),
        everywhere: t("signOutEverywhere"),
        everywhereHint: t("signOutEverywhereHint"),
        failed: t("signOutFailed"),
      }}
    />
  );
}
