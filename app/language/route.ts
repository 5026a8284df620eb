import { bodyText } from "@/app/_auth/body";
import { interfaceOf } from "@/app/_client/followed";
import { followCookie } from "@/app/_client/phone-cookies";
import { languageCookie } from "@/app/_messages/request";
import { languageTag } from "@/protocol/languages";
import { limits } from "@/protocol/limits";

const day = 60 * 60 * 24;
const year = day * 365;

/** The language switch: a plain form, which comes back to the page it stood on. */
export async function POST(request: Request): Promise<Response> {
  const text = await bodyText(request, limits.commandBytes);
  if (text === undefined) return new Response(null, { status: 413 });
  // Whatever else it is, it has none of these fields, and changes nothing.
  const form = new URLSearchParams(text);
  const chosen = languageTag.safeParse(form.get("language")).data;
  const back = ownPath(form.get("back"));
  const headers = new Headers({ Location: back });
  const language = chosen && interfaceOf(chosen);
  if (language)
    headers.append(
      "Set-Cookie",
      // Not HttpOnly: a phone that leaves quickly takes it away by itself, also without the server.
      `${languageCookie}=${language}; Path=/; Max-Age=${year}; SameSite=Lax`,
    );
  // On a phone's page it is the language of the class too, which may have more than the interface.
  const phone = /^\/j\/\d{8}(?=$|\?)/.exec(back)?.[0];
  if (chosen && phone)
    headers.append("Set-Cookie", `${followCookie}=${chosen}; Path=${phone}; Max-Age=${day}; SameSite=Lax`);
  return new Response(null, { status: 303, headers });
}

/** Only a path of this site: never an address that somebody else chose. */
function ownPath(back: string | null): string {
  if (back === null || !URL.canParse(back, "http://here.invalid")) return "/";
  const url = new URL(back, "http://here.invalid");
  if (url.host !== "here.invalid" || url.pathname.startsWith("//")) return "/";
  return `${url.pathname}${url.search}`;
}
