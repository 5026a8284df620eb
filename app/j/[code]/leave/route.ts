import { followCookie, insideCookie, readingCookie } from "@/app/_client/phone-cookies";
import { languageCookie } from "@/app/_messages/request";
import { codeDigits, digitsOf } from "@/app/j/code";

type Parts = { params: Promise<{ code: string }> };

/**
 * Leaving quickly, as far as it needs the server: a plain link, so that it works
 * before any script does. What the phone itself kept, the page that follows takes away.
 */
export async function GET(_request: Request, { params }: Parts): Promise<Response> {
  const { code } = await params;
  const headers = new Headers({ Location: "/notes", "Cache-Control": "no-store" });
  const clear = (name: string, path: string) =>
    headers.append("Set-Cookie", `${name}=; Path=${path}; Max-Age=0; SameSite=Lax`);
  for (const name of [readingCookie, languageCookie]) clear(name, "/");
  if (code === digitsOf(code) && code.length === codeDigits)
    for (const name of [insideCookie, followCookie]) clear(name, `/j/${code}`);
  return new Response(null, { status: 303, headers });
}
