import fc from "fast-check";
import { expect, it } from "vitest";
import { contact } from "@/protocol/support";
import { contactOf, draftOf, emptyDraft, faultsOf } from "./contact-draft";

it("says what is wrong with each field", () => {
  expect(faultsOf(emptyDraft)).toEqual({ name: "nameMissing" });
  const odd = { name: "x".repeat(81), phone: "call me", url: "not a page", note: "x".repeat(161) };
  expect(faultsOf(odd)).toEqual({ name: "nameLong", phone: "phoneOdd", url: "urlOdd", note: "noteLong" });
  expect(faultsOf({ ...emptyDraft, name: "Line", phone: "5" })).toEqual({ phone: "phoneShort" });
  expect(faultsOf({ ...emptyDraft, name: "Line", phone: "5".repeat(32) })).toEqual({ phone: "phoneLong" });
  expect(faultsOf({ ...emptyDraft, name: "Line", url: "ftp://example.org" })).toEqual({ url: "urlOdd" });
});

it("completes an address and leaves empty fields out", () => {
  const draft = { name: " Family line ", phone: "", url: "example.org/help", note: " " };
  expect(contactOf(draft)).toEqual({
    name: "Family line",
    phone: null,
    url: "https://example.org/help",
    note: null,
  });
});

it("lets nothing through that the server would refuse, and nothing go that it would take", () => {
  const typed = fc.record({
    name: fc.string({ minLength: 1, maxLength: 90 }),
    phone: fc.oneof(fc.string(), fc.stringMatching(/^[+0-9][0-9 ()./-]{0,40}$/)),
    url: fc.oneof(fc.string(), fc.webUrl(), fc.domain()),
    note: fc.string({ maxLength: 170 }),
  });
  fc.assert(
    fc.property(typed, (draft) => {
      if (Object.keys(faultsOf(draft)).length > 0) return;
      const made = contactOf(draft);
      expect(contact.safeParse(made).success).toBe(true);
      expect(contactOf(draftOf(made))).toEqual(made);
    }),
  );
});
