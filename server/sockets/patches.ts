import { isDeepStrictEqual } from "node:util";
import type { PhonePatch, PhoneView } from "@/protocol/views";

// A patch says who it is for and where it builds on; presence is told by events of its own.
const aside: ReadonlySet<string> = new Set(["audience", "rev", "at", "facilitatorHere"]);

/**
 * What turns one phone's view into a later one (R25): every field that differs,
 * whole, but of a slide or prompt that is still the same one only its own fields
 * that differ: what results reveal must not send the slide again.
 */
export function patchBetween(before: PhoneView, after: PhoneView): PhonePatch {
  const changed = differing(before, after);
  for (const field of aside) delete changed[field];
  const within: PhonePatch["within"] = {};
  for (const field of ["slide", "prompt"] as const) {
    const [was, is] = [before[field], after[field]];
    if (!(field in changed) || was?.id !== is?.id || !was || !is || !sameFields(was, is)) continue;
    within[field] = differing(was, is);
    delete changed[field];
  }
  return { since: before.rev, rev: after.rev, at: after.at, changed, within };
}

function differing(before: object, after: object): Record<string, unknown> {
  const was = before as Record<string, unknown>;
  return Object.fromEntries(
    Object.entries(after).filter(([field, value]) => !isDeepStrictEqual(value, was[field])),
  );
}

/** A field that is gone can only be told by sending what it was in whole. */
const sameFields = (before: object, after: object) =>
  Object.keys(before).every((field) => Object.hasOwn(after, field));
