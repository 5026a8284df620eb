import fc from "fast-check";
import { expect, test } from "vitest";
import { commands } from "@/protocol/commands";
import { AppError, codeOf, errorCode } from "@/protocol/errors";
import { events } from "@/protocol/events";
import { joinCode, slideId } from "@/protocol/ids";
import { limits } from "@/protocol/limits";
import { typedText } from "@/protocol/text";

test("commands are named noun:verb, and events noun:past", () => {
  for (const name of Object.keys(commands)) expect(name).toMatch(/^[a-z]+(-[a-z]+)*:[a-z]+(-[a-z]+)*$/);
  for (const name of Object.keys(events)) expect(name).toMatch(/^[a-z]+(-[a-z]+)*:[a-z]+(ed|ing)$/);
});

/** What reads, and what sets a question to exactly what is sent. */
const withoutRevision = ["session:view", "clock:read", "questions:list", "question:mark"];

test("R21: every command of a console that moves the session carries the revision that it was made against", () => {
  for (const [name, { by, input }] of Object.entries(commands)) {
    if (!(by as readonly string[]).includes("console") || withoutRevision.includes(name)) continue;
    expect(`${name} ${"rev" in input.shape}`).toBe(`${name} true`);
  }
});

test("nobody is both a person and the system", () => {
  for (const { by } of Object.values(commands))
    if ((by as readonly string[]).includes("system")) expect(by).toHaveLength(1);
});

test("the longest response fits into a frame", () => {
  const value = { kind: "open", text: "\u{1f476}".repeat(limits.openText / 2), language: "en" };
  const input = { promptId: "s".repeat(60), token: "0".repeat(64), value };
  expect(commands["response:submit"].input.safeParse(input).success).toBe(true);
  expect(JSON.stringify(input).length * 3).toBeLessThan(limits.commandBytes);
});

/** Any sequence of code units: control characters and broken halves of characters too. */
const anyUnits = fc
  .array(fc.oneof(fc.nat(0x7f), fc.nat(0xffff), fc.integer({ min: 0xd800, max: 0xdfff })), { maxLength: 90 })
  .map((units) => String.fromCharCode(...units));

test("typed text never holds what PostgreSQL refuses, is never empty or too long, and is stable", () => {
  const schema = typedText(20);
  fc.assert(
    fc.property(anyUnits, (typed) => {
      const { data } = schema.safeParse(typed);
      if (data === undefined) return;
      expect(data.isWellFormed()).toBe(true);
      expect(data).not.toContain("\u0000");
      expect(data.trim()).toBe(data);
      expect(data.length).toBeGreaterThan(0);
      expect(data.length).toBeLessThanOrEqual(20);
      expect(schema.parse(data)).toBe(data);
    }),
  );
});

test("a sign-in with characters that PostgreSQL refuses is refused before it", () => {
  const parse = (email: string) => commands["sign-in:create"].input.safeParse({ email, password: "x" });
  expect(parse("ana@example.org\u0000").success).toBe(false);
  expect(parse(" Ana@Example.org ").data?.email).toBe("ana@example.org");
  const account = { setupToken: "t", email: "ana@example.org", password: "long enough" };
  expect(commands["account:create"].input.safeParse({ ...account, name: "A\u0000na" }).data?.name).toBe(
    "Ana",
  );
  expect(commands["account:create"].input.safeParse({ ...account, name: "\u0000" }).success).toBe(false);
});

test("codes and ids take what they name and nothing near it", () => {
  for (const code of ["1234567", "123456789", "1234 5678", "１２３４５６７８", "1234567a"])
    expect(joinCode.safeParse(code).success).toBe(false);
  for (const id of ["", "A", "a--b", "-a", "a-", "a_b", "a b", "x".repeat(61)])
    expect(slideId.safeParse(id).success).toBe(false);
  expect(slideId.safeParse("what-helps-2").success).toBe(true);
});

test("an error is known by its code, also when another copy of its class made it", () => {
  for (const code of errorCode.options) expect(codeOf(new AppError(code))).toBe(code);
  const foreign = Object.assign(new Error("stale"), { name: "AppError", code: "stale" });
  expect(codeOf(foreign)).toBe("stale");
  for (const other of [
    new Error("stale"),
    Object.assign(new Error(), { name: "AppError", code: "odd" }),
    "stale",
    null,
  ])
    expect(codeOf(other)).toBeUndefined();
});
