import { expect, test } from "vitest";
import { z } from "zod";
import { responseValue } from "@/protocol/kinds";
import { sessionState } from "@/protocol/sessions";
import { answerFields, fieldsOf, stateFields } from "@/tests/privacy/stored-shapes";

/** What undo remembers is the same state again. */
const remembered = "undo[].before.";

const unlisted = (schema: z.ZodType, listed: string[]) =>
  fieldsOf(schema)
    .map((field) => (field.startsWith(remembered) ? field.slice(remembered.length) : field))
    .filter((field) => !listed.includes(field));

test("every field of a session's state is listed as one that joins no response to a person", () => {
  expect(
    unlisted(sessionState, stateFields),
    "Ask whether it could join a response to a person, then list it in tests/privacy/stored-shapes.ts.",
  ).toEqual([]);
  expect(stateFields.filter((field) => !fieldsOf(sessionState).includes(field))).toEqual([]);
});

test("an answer is what was answered, and nothing beside it", () => {
  expect(unlisted(responseValue, answerFields)).toEqual([]);
  expect(answerFields.filter((field) => !fieldsOf(responseValue).includes(field))).toEqual([]);
});

test("the check can fail: a new field is seen, however deep, and so is a document without a shape", () => {
  const lastSeen = sessionState.extend({ phones: z.record(z.string(), z.object({ lastSeen: z.number() })) });
  expect(unlisted(lastSeen, stateFields)).toEqual(["phones.*.lastSeen"]);
  expect(unlisted(sessionState.extend({ notes: z.looseObject({}) }), stateFields)).toEqual([
    "notes.* (anything)",
  ]);
  expect(unlisted(sessionState.extend({ notes: z.unknown() }), stateFields)).toEqual(["notes (anything)"]);
});
