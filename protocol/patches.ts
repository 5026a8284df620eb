import type { PhonePatch, PhoneView } from "@/protocol/views";

/** What a patch comes to for a page that shows `view`: the next view, nothing new, or one that is missing between (R25). */
export function patched(
  view: PhoneView,
  { since, rev, at, changed, within }: PhonePatch,
): PhoneView | "old" | "gap" {
  if (rev <= view.rev) return "old";
  if (since !== view.rev) return "gap";
  const next = { ...view, ...changed, rev, at };
  // The server names only fields of the slide and the prompt that the page has.
  const slide = next.slide && ({ ...next.slide, ...within.slide } as PhoneView["slide"]);
  const prompt = next.prompt && ({ ...next.prompt, ...within.prompt } as PhoneView["prompt"]);
  return { ...next, slide, prompt };
}
