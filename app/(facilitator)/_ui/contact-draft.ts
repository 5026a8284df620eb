import type { Contact } from "@/protocol/support";

/** A contact while it is typed: nothing is null, and nothing is checked yet. */
export type ContactDraft = Record<keyof Contact, string>;

/** What is wrong with a field; the words for it are the page's. */
export type ContactFault =
  | "nameMissing"
  | "nameLong"
  | "phoneOdd"
  | "phoneShort"
  | "phoneLong"
  | "urlOdd"
  | "urlLong"
  | "noteLong";
export type ContactFaults = { [F in keyof Contact]?: ContactFault };

export const draftOf = ({ name, phone, url, note }: Contact): ContactDraft => ({
  name,
  phone: phone ?? "",
  url: url ?? "",
  note: note ?? "",
});
export const emptyDraft: ContactDraft = { name: "", phone: "", url: "", note: "" };

/** What the draft stands for: an address may be typed without its beginning, an empty field is none. */
export function contactOf(draft: ContactDraft): Contact {
  const url = draft.url.trim();
  return {
    name: draft.name.trim(),
    phone: draft.phone.trim() || null,
    url: url === "" || /^[a-z][a-z0-9+.-]*:\/\//i.test(url) ? url || null : `https://${url}`,
    note: draft.note.trim() || null,
  };
}

/** The protocol's rules in words' order, so that each field can say what is wrong with it. */
export function faultsOf(draft: ContactDraft): ContactFaults {
  const { name, phone, url, note } = contactOf(draft);
  return {
    ...(name === "" && { name: "nameMissing" }),
    ...(name.length > 80 && { name: "nameLong" }),
    ...(phone !== null && phoneFault(phone)),
    ...(url !== null && url.length > 300
      ? { url: "urlLong" }
      : url !== null && !isWeb(url) && { url: "urlOdd" }),
    ...(note !== null && note.length > 160 && { note: "noteLong" }),
  };
}

function phoneFault(phone: string): ContactFaults {
  if (!/^[+0-9][0-9 ()./-]*$/.test(phone)) return { phone: "phoneOdd" };
  if (phone.length < 2) return { phone: "phoneShort" };
  return phone.length > 31 ? { phone: "phoneLong" } : {};
}

function isWeb(text: string): boolean {
  // What a person types as an address has no spaces and names a place.
  return !/\s/.test(text) && URL.canParse(text) && /^https?:\/\/[^/?#]+/i.test(text);
}

export const sameContacts = (one: Contact[], other: Contact[]) =>
  JSON.stringify(one.map(draftOf)) === JSON.stringify(other.map(draftOf));
