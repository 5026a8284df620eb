import { expect, test } from "vitest";
import { mayReadMetrics } from "@/server/metrics-door";

const local = { host: "127.0.0.1:3000" };
const from = (remoteAddress: string, headers: Record<string, string> = local) => ({
  headers,
  socket: { remoteAddress },
});
const token = "a token that nobody guesses";

test.each(["127.0.0.1", "127.8.0.1", "::1", "::ffff:127.0.0.1"])("without a token %s reads", (address) => {
  expect(mayReadMetrics(from(address), undefined)).toBe(true);
});

test.each(["10.0.0.7", "::ffff:10.0.0.7", "fe80::1", "127.0.0.1.example.org", ""])(
  "without a token %s does not",
  (address) => {
    expect(mayReadMetrics(from(address), undefined)).toBe(false);
    // What it says of itself changes nothing.
    expect(mayReadMetrics(from(address, { ...local, "x-forwarded-for": "127.0.0.1" }), undefined)).toBe(
      false,
    );
  },
);

test.each([
  ["x-forwarded-for", "127.0.0.1"],
  ["x-forwarded-for", ""],
  ["forwarded", "for=127.0.0.1"],
  ["x-real-ip", "::1"],
  ["via", "1.1 proxy"],
  ["host", "class.example.org"],
  ["host", "localhost.example.org"],
])("what a proxy on this machine passes on does not, by its %s: %s", (name, value) => {
  expect(mayReadMetrics(from("127.0.0.1", { ...local, [name]: value }), undefined)).toBe(false);
});

test("with a token only who has it reads, from wherever", () => {
  const bearing = (given: string) => ({ ...local, authorization: given });
  expect(mayReadMetrics(from("10.0.0.7", bearing(`Bearer ${token}`)), token)).toBe(true);
  for (const given of [`Bearer ${token}x`, `Bearer `, token, `Basic ${token}`])
    expect(mayReadMetrics(from("127.0.0.1", bearing(given)), token), given).toBe(false);
  expect(mayReadMetrics(from("127.0.0.1"), token)).toBe(false);
});
