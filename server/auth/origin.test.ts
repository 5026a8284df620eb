import { expect, test } from "vitest";
import { sameOrigin } from "@/server/auth/origin";

const from = (origin: string | undefined, host: string | undefined, forwardedHost?: string) =>
  sameOrigin({ origin, host, forwardedHost });

test("our own pages, by any name that the server is reached under", () => {
  expect(from("http://localhost:3000", "localhost:3000")).toBe(true);
  expect(from("http://192.168.1.7:3000", "192.168.1.7:3000")).toBe(true);
  expect(from("http://[::1]:3000", "[::1]:3000")).toBe(true);
  expect(from("https://class.example.org", "class.example.org")).toBe(true);
  expect(from("https://class.example.org", "Class.Example.org:443")).toBe(true);
  expect(from("https://class.example.org", "127.0.0.1:3000", "class.example.org")).toBe(true);
  expect(from("https://class.example.org", "127.0.0.1:3000", "class.example.org, inner")).toBe(true);
});

test("the public address of the settings is ours too", () => {
  const headers = { origin: "https://class.example.org", host: "127.0.0.1:3000", forwardedHost: undefined };
  expect(sameOrigin(headers)).toBe(false);
  expect(sameOrigin(headers, new URL("https://class.example.org"))).toBe(true);
});

test("anything else is not ours", () => {
  expect(from("https://evil.example.org", "class.example.org")).toBe(false);
  expect(from("http://localhost:4000", "localhost:3000")).toBe(false);
  expect(from("https://class.example.org.evil.net", "class.example.org")).toBe(false);
  expect(from("null", "class.example.org")).toBe(false);
  expect(from(undefined, "class.example.org")).toBe(false);
  expect(from("", "")).toBe(false);
  expect(from("https://class.example.org", undefined)).toBe(false);
  expect(from("file://class.example.org", "class.example.org")).toBe(false);
});
