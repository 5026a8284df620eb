import { isDeepStrictEqual } from "node:util";
import type { PhonePatch, PhoneView } from "@/protocol/views";

// A patch says who it is for and where it builds on; presence is told by events of its own.
const aside: ReadonlySet<string> = new Set(["audience", "rev", "at", "facilitatorHere"]);

/** What turns one phone's view into a later one: every field that differs, whole (R25). */
export function patchBetween(before: PhoneView, after: PhoneView): PhonePatch {
  const changed = Object.entries(after).filter(
    ([field, value]) => !aside.has(field) && !isDeepStrictEqual(value, before[field as keyof PhoneView]),
  );
  return { since: before.rev, rev: after.rev, at: after.at, changed: Object.fromEntries(changed) };
}
