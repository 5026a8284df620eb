import type { Language } from "@/protocol/limits";

/** Has this browser remember the interface in another language; false when the server was not reached. */
export async function speak(language: Language): Promise<boolean> {
  try {
    // The answer leads back to a page, which nobody needs here.
    await fetch("/language", {
      method: "POST",
      body: new URLSearchParams({ language }),
      redirect: "manual",
    });
    return true;
  } catch {
    return false;
  }
}
