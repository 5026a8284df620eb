import { expect, it } from "vitest";
import { isLoopback } from "@/app/_client/loopback";

it("knows an address that only this computer understands", () => {
  for (const origin of [
    "http://localhost:3000",
    "http://127.0.0.1:3000",
    "http://[::1]:3000",
    "https://localhost",
  ])
    expect(isLoopback(origin)).toBe(true);
  for (const origin of [
    "http://192.168.1.20:3000",
    "https://attune.example",
    "https://localhost.example",
    "",
  ])
    expect(isLoopback(origin)).toBe(false);
});
