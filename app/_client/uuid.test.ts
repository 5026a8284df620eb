import { describe, expect, it } from "vitest";
import { makeUuid } from "@/app/_client/uuid";
import { sessionId } from "@/protocol/ids";

describe("makeUuid", () => {
  it("makes what the protocol takes for an id", () => {
    for (let i = 0; i < 200; i++) expect(sessionId.safeParse(makeUuid()).success).toBe(true);
  });

  it("sets version and variant whatever the bytes", () => {
    expect(makeUuid(new Uint8Array(16).fill(0))).toBe("00000000-0000-4000-8000-000000000000");
    expect(makeUuid(new Uint8Array(16).fill(255))).toBe("ffffffff-ffff-4fff-bfff-ffffffffffff");
  });

  it("does not repeat itself", () => {
    expect(new Set(Array.from({ length: 1000 }, () => makeUuid())).size).toBe(1000);
  });
});
