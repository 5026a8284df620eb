import { type FormEvent, useEffect, useState, useSyncExternalStore } from "react";
import type { ErrorCode } from "@/protocol/errors";

/** Why the form came back; `unreachable`: there was no answer. */
export type FormRefusal = {
  code: ErrorCode | "form_expired" | "unreachable";
  field?: string | undefined;
};

/**
 * Sends a sign-in form without leaving the page, so that on a refusal everything
 * stays as it was typed. Before scripts have loaded the same form sends itself.
 */
export function useAuthForm(initial: FormRefusal | undefined) {
  const [refusal, setRefusal] = useState(initial);
  const [sending, setSending] = useState(false);

  // Coming back with the browser's Back button, the page may be as it was left: sending.
  useEffect(() => {
    const rest = (): void => setSending(false);
    addEventListener("pageshow", rest);
    return () => removeEventListener("pageshow", rest);
  }, []);

  const submit = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    if (sending) return;
    const form = event.currentTarget;
    setSending(true);
    setRefusal(undefined);
    const { path, ...refused } = await send(form);
    if (path) return location.assign(path);
    setSending(false);
    setRefusal(refused);
  };

  return { refusal, sending, submit };
}

/** Whether scripts run: what works only with them is shown only then. */
export function useScripts(): boolean {
  return useSyncExternalStore(
    () => () => undefined,
    () => true,
    () => false,
  );
}

/** Ends this sign-in, or all of this facilitator's; false when it did not come through. */
export async function signOut(everywhere: boolean): Promise<boolean> {
  try {
    const csrfToken = await freshCsrfToken();
    const body = new URLSearchParams({ csrfToken, ...(everywhere && { everywhere: "1" }) });
    return (await post("/api/auth/signout", body)).ok;
  } catch {
    return false;
  }
}

async function send(form: HTMLFormElement): Promise<FormRefusal & { path?: string }> {
  const typed = [...new FormData(form)].filter(
    (field): field is [string, string] => !(field[1] instanceof File),
  );
  const fields = new URLSearchParams(typed);
  try {
    let answer = await (await post(form.action, fields)).json();
    if (answer.error === "form_expired") {
      // The page was open longer than its cookie lived: nothing that a person has to know of.
      fields.set("csrfToken", await freshCsrfToken());
      answer = await (await post(form.action, fields)).json();
    }
    return { code: answer.error ?? "internal", field: answer.field, path: answer.path };
  } catch {
    return { code: "unreachable" };
  }
}

async function freshCsrfToken(): Promise<string> {
  return (await (await fetch("/api/auth/csrf", { cache: "no-store" })).json()).csrfToken;
}

function post(address: string, body: URLSearchParams): Promise<Response> {
  return fetch(address, { method: "POST", headers: { Accept: "application/json" }, body });
}
