import { expect, it } from "vitest";
import { clock } from "@/app/_ui/clock";

it("shows minutes and seconds, and zero only at the end", () => {
  expect(clock(245_000)).toBe("4:05");
  expect(clock(1)).toBe("0:01");
  expect(clock(0)).toBe("0:00");
  expect(clock(-5000)).toBe("0:00");
  expect(clock(3_600_000)).toBe("60:00");
});
