/**
 * A phone may hold its page open over an upgrade. What such a page says is put
 * as it is said now: it names a prompt by its slide, which is the first round's name.
 */
export function saidNow(name: string, input: unknown): unknown {
  if (name !== "response:submit" || typeof input !== "object" || input === null) return input;
  if ("promptId" in input || !("slideId" in input)) return input;
  const { slideId, ...rest } = input;
  return { ...rest, promptId: slideId };
}
