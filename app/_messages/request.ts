import { cookies, headers } from "next/headers";
import { getRequestConfig } from "next-intl/server";
import { type Language, languages } from "@/protocol/limits";

/** The cookie that remembers a person's choice; nothing else is in it. */
export const languageCookie = "attune_language";

/** The language of the interface: what the person chose, else what the browser asks for, else English. */
export default getRequestConfig(async () => {
  const chosen = (await cookies()).get(languageCookie)?.value;
  const locale = known(chosen) ?? preferred((await headers()).get("accept-language")) ?? "en";
  const messages = (await import(`./${locale}.json`)).default;
  return { locale, messages, timeZone: "UTC" };
});

function known(tag: string | undefined): Language | undefined {
  return languages.find((language) => language === tag);
}

/** The first language of the header that we have; browsers list them in the person's order. */
function preferred(header: string | null): Language | undefined {
  const tags = (header ?? "").split(",").map((part) => part.trim().slice(0, 2).toLowerCase());
  return tags.map(known).find(Boolean);
}
