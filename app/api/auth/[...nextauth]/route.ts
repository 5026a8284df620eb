import { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { bodyText } from "@/app/_auth/body";
import { originOf } from "@/app/_auth/origin";
import { type ErrorCode, errorCode } from "@/protocol/errors";
import { limits } from "@/protocol/limits";
import { getApp } from "@/server/app";
import { answer, type Outcome } from "./answer";
import { nextAuthOptions } from "./options";

type Context = { params: Promise<{ nextauth: string[] }> };

/** next-auth has more doors than we use; these are open. */
const posts = ["callback/credentials", "callback/setup", "signout"];
/** The pages that ask for the cookie of their form. */
const askers = /^\/(sign-in|setup)\?[!-~]*$/;

/** Sets the cookie that proves a form to be ours, and goes back to the page that asked for it. */
export async function GET(request: NextRequest, context: Context): Promise<Response> {
  if ((await pathOf(context)) !== "csrf") return new Response(null, { status: 404 });
  const response: Response = await NextAuth(
    new NextRequest(new URL("/api/auth/csrf", request.url), { headers: request.headers }),
    context,
    nextAuthOptions({ origin: originOf(request.headers), signOut: async () => undefined }),
  );
  const back = request.nextUrl.searchParams.get("back");
  if (!back || !askers.test(back)) return response;
  const headers = new Headers(response.headers);
  headers.delete("Content-Type");
  headers.set("Location", back);
  return new Response(null, { status: 303, headers });
}

export async function POST(request: NextRequest, context: Context): Promise<Response> {
  const path = await pathOf(context);
  if (!posts.includes(path)) return new Response(null, { status: 404 });
  const text = await bodyText(request, limits.commandBytes);
  if (text === undefined) return new Response(null, { status: 413 });
  const form = new URLSearchParams(text);

  let refused: ErrorCode | undefined;
  const signOut = async (): Promise<void> => {
    const app = getApp();
    const actor = await app.actorOf(request.headers.get("cookie") ?? undefined);
    if (actor.kind !== "facilitator") return;
    const name = form.has("everywhere") ? "sign-in:end-all" : "sign-in:end";
    const ack = await app.execute(actor, name, {}, originOf(request.headers));
    if (!ack.ok) refused = ack.error.code;
  };

  const headers = new Headers(request.headers);
  headers.set("Content-Type", "application/x-www-form-urlencoded");
  headers.delete("Content-Length");
  const response: Response = await NextAuth(
    new NextRequest(new URL(`/api/auth/${path}`, request.url), { method: "POST", headers, body: text }),
    context,
    nextAuthOptions({ origin: originOf(request.headers), signOut }),
  );
  const outcome: Outcome = refused ? { error: refused } : outcomeOf(response);
  return answer(request, path, form, outcome, response.headers.getSetCookie());
}

/** Reads what next-auth says with the address that it redirects to. */
function outcomeOf(response: Response): Outcome {
  const location = response.headers.get("Location");
  if (!location) return { error: "internal" };
  const url = new URL(location, process.env.NEXTAUTH_URL);
  if (url.searchParams.has("csrf")) return { error: "form_expired" };
  if (url.pathname === "/api/auth/error")
    return { error: errorCode.catch("internal").parse(url.searchParams.get("error")) };
  return { path: `${url.pathname}${url.search}${url.hash}` };
}

async function pathOf(context: Context): Promise<string> {
  return (await context.params).nextauth.join("/");
}
