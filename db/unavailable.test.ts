import { expect, test } from "vitest";
import { isUnavailable } from "@/db/unavailable";

const failure = (code: string, message = "what happened") => Object.assign(new Error(message), { code });

test.each([
  "CONNECTION_CLOSED",
  "ECONNREFUSED",
  "53100", // the disk is full
  "53300", // too many connections
  "57P01", // stopped by its operator
  "57P03", // still starting
  "58030", // the disk does not answer
  "25006", // a standby that takes no writes
  "08006",
])("%s passes: it can be asked again", (code) => {
  expect(isUnavailable(failure(code))).toBe(true);
  expect(isUnavailable(new Error("Failed query", { cause: failure(code) }))).toBe(true);
});

test.each(["23505", "22P05", "42703", "40001", "ENOENT", ""])("%s does not", (code) => {
  expect(isUnavailable(failure(code))).toBe(false);
});

test("a file that may not grow is told apart from PostgreSQL's other inner errors", () => {
  expect(isUnavailable(failure("XX000", 'could not extend file "base/5/16384": File too large'))).toBe(true);
  expect(isUnavailable(failure("XX000", "cache lookup failed"))).toBe(false);
  expect(isUnavailable("no error at all")).toBe(false);
});
