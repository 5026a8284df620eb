import { z } from "zod";
import { limits } from "@/protocol/limits";
import { typedText } from "@/protocol/text";

/** Somebody whom a parent can turn to. What to dial or open is optional: it may be a place, or a person in the room. */
export const contact = z.object({
  name: typedText(80),
  /** As it is dialled, with spaces for reading: `+34 900 123 456`. */
  phone: z
    .string()
    .trim()
    .regex(/^[+0-9][0-9 ()./-]{1,30}$/)
    .nullable(),
  url: z
    .url({ protocol: /^https?$/ })
    .max(300)
    .nullable(),
  /** When they answer, in which languages, what it costs. */
  note: typedText(160).nullable(),
});
export type Contact = z.infer<typeof contact>;
export const contacts = z.array(contact).max(limits.contacts);
