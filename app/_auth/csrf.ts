import { cookies } from "next/headers";
import { getApp } from "@/server/app";

/** next-auth's proof that a form came from our page: its cookie holds `token|hash`. */
export async function csrfToken(): Promise<string | undefined> {
  const name = `${getApp().secure ? "__Host-" : ""}next-auth.csrf-token`;
  return (await cookies()).get(name)?.value.split("|")[0];
}

/** A page cannot set a cookie: this address sets it and comes back, saying that it was there. */
export function csrfDetour(path: string, query: Record<string, string>): string {
  const back = `${path}?${new URLSearchParams({ ...query, asked: "1" })}`;
  return `/api/auth/csrf?${new URLSearchParams({ back })}`;
}
