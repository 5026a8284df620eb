import { expect, test } from "vitest";
import { cookiesOf, wholeCookie } from "@/server/auth/cookies";

test("reads names and values, the first of a name", () => {
  const cookies = cookiesOf("a=1; b = two%20words ;a=2; =x; c; d=x=y; e=%");
  expect([...cookies]).toEqual([
    ["a", "1"],
    ["b", "two words"],
    ["d", "x=y"],
    ["e", "%"],
  ]);
  expect(cookiesOf(undefined).size).toBe(0);
});

test("joins the pieces of a large cookie in their order", () => {
  const pieces = Array.from({ length: 11 }, (_, n) => `t.${n}=${String.fromCharCode(97 + n)}`);
  expect(wholeCookie(cookiesOf(pieces.toReversed().join("; ")), "t")).toBe("abcdefghijk");
  expect(wholeCookie(cookiesOf("t=whole; t.0=piece"), "t")).toBe("whole");
  expect(wholeCookie(cookiesOf("t.1=piece; tt=other"), "t")).toBeUndefined();
});
