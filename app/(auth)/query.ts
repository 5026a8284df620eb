import type { FormRefusal } from "@/app/_client/auth-form";
import { errorCode } from "@/protocol/errors";

export type Query = Promise<Record<string, string | string[] | undefined>>;

/** The refusal with which a form without scripts came back to its page. */
export function refusalOf(query: Awaited<Query>): FormRefusal | undefined {
  const { error, field } = query;
  if (typeof error !== "string") return undefined;
  const code = error === "form_expired" ? error : errorCode.catch("internal").parse(error);
  return { code, field: typeof field === "string" ? field : undefined };
}
