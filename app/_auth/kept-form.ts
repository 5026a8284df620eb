import { cookies } from "next/headers";
import { z } from "zod";

/** Holds what was typed, except the password, while a form without scripts comes back with its error. */
export const keptFormCookie = "attune_form";

const kept = z.object({ email: z.string().max(254).default(""), name: z.string().max(80).default("") });
export type KeptForm = z.infer<typeof kept>;

export async function keptForm(): Promise<KeptForm> {
  const value = (await cookies()).get(keptFormCookie)?.value;
  return parse(value) ?? { email: "", name: "" };
}

/** The Set-Cookie line that keeps this for a minute, or forgets it. */
export function keptFormLine(form: KeptForm | undefined, secure: boolean): string {
  const value = form ? encodeURIComponent(JSON.stringify(form)) : "";
  const age = form ? 60 : 0;
  return `${keptFormCookie}=${value}; Path=/; Max-Age=${age}; HttpOnly; SameSite=Lax${secure ? "; Secure" : ""}`;
}

function parse(value: string | undefined): KeptForm | undefined {
  try {
    return kept.safeParse(JSON.parse(value ?? "")).data;
  } catch {
    return undefined;
  }
}
