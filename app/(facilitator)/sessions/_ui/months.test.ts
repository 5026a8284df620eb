import { describe, expect, it } from "vitest";
import { byMonth, minutesOf } from "@/app/(facilitator)/sessions/_ui/months";

const held = (startedAt: number | null, endedAt: number | null = null, createdAt = 0) => ({
  startedAt,
  endedAt,
  createdAt,
});

describe("byMonth", () => {
  const lateOnTheLast = held(Date.UTC(2026, 9, 31, 23, 30));
  const november = held(Date.UTC(2026, 10, 20, 12));
  const lobbyOnly = held(null, null, Date.UTC(2026, 8, 1, 12));

  it("groups newest first", () => {
    expect(byMonth([lobbyOnly, november, lateOnTheLast], "UTC")).toEqual([
      { month: "2026-11", sessions: [november] },
      { month: "2026-10", sessions: [lateOnTheLast] },
      { month: "2026-09", sessions: [lobbyOnly] },
    ]);
  });

  it("counts months as the reader's time zone does", () => {
    expect(byMonth([lateOnTheLast, november], "Europe/Madrid").map((group) => group.month)).toEqual([
      "2026-11",
    ]);
  });

  it("has no month without sessions", () => {
    expect(byMonth([], "UTC")).toEqual([]);
  });
});

describe("minutesOf", () => {
  it("rounds, and says nothing of a session that never began", () => {
    expect(minutesOf(held(0, 95 * 60_000 + 20_000))).toBe(95);
    expect(minutesOf(held(0, 4000))).toBe(1);
    expect(minutesOf(held(null, 4000))).toBeUndefined();
  });
});
