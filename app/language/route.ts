import { bodyText } from "@/app/_auth/body";
import { languageCookie } from "@/app/_messages/request";
import { languages, limits } from "@/protocol/limits";

const year = 60 * 60 * 24 * 365;

/** The language switch: a plain form, which comes back to the page it stood on. */
export async function POST(request: Request): Promise<Response> {
  const text = await bodyText(request, limits.commandBytes);
  if (text === undefined) return new Response(null, { status: 413 });
  // Whatever else it is, it has none of these fields, and changes nothing.
  const form = new URLSearchParams(text);
  const language = languages.find((known) => known === form.get("language"));
  const headers = new Headers({ Location: ownPath(form.get("back")) });
  if (language)
    headers.set(
      "Set-Cookie",
      `${languageCookie}=${language}; Path=/; Max-Age=${year}; SameSite=Lax; HttpOnly`,
    );
  return new Response(null, { status: 303, headers });
}

/** Only a path of this site: never an address that somebody else chose. */
function ownPath(back: string | null): string {
  if (back === null || !URL.canParse(back, "http://here.invalid")) return "/";
  const url = new URL(back, "http://here.invalid");
  if (url.host !== "here.invalid" || url.pathname.startsWith("//")) return "/";
  return `${url.pathname}${url.search}`;
}
