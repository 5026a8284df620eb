import fc from "fast-check";
import { expect, test } from "vitest";
import { type Purpose, sign, verify } from "@/server/auth/signatures";

const key = "a key of this test";
const purposes: Purpose[] = ["join", "screen", "share"];

test("a signed payload comes back, whatever it is", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), fc.constantFrom(...purposes), (payload, purpose) => {
      const token = sign(key, purpose, payload);
      expect(token).toMatch(/^[A-Za-z0-9._-]+$/);
      expect(verify(key, purpose, token)).toBe(payload);
    }),
  );
});

test("a token for one purpose is worth nothing for another, nor under another key", () => {
  for (const made of purposes) {
    const token = sign(key, made, "payload");
    for (const asked of purposes.filter((purpose) => purpose !== made))
      expect(verify(key, asked, token)).toBeUndefined();
    expect(verify("another key", made, token)).toBeUndefined();
  }
});

test("a token with any one character changed is refused", () => {
  const token = sign(key, "join", "11111111-2222-4333-8444-555555555555");
  for (let at = 0; at < token.length; at += 1)
    for (const other of ["A", "B", ".", "="]) {
      if (token[at] === other) continue;
      expect(verify(key, "join", token.slice(0, at) + other + token.slice(at + 1))).toBeUndefined();
    }
});

test("what is no token is refused", () => {
  const token = sign(key, "share", "payload");
  for (const wrong of [
    "",
    ".",
    "..",
    "...",
    "v1",
    `v2${token.slice(2)}`,
    `${token}.`,
    `${token}A`,
    ` ${token}`,
  ])
    expect(verify(key, "share", wrong)).toBeUndefined();
});
