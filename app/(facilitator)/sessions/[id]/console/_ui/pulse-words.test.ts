import { expect, it } from "vitest";
import { pulseHint, tenthsOf } from "./pulse-words";

it("hints at nothing up to a third", () => {
  expect(pulseHint([0.4, 0.3, 0.3])).toBe(null);
  expect(pulseHint([1, 0, 0])).toBe(null);
});

it("hints at the larger wish beyond it, and at the break when they are equal", () => {
  expect(pulseHint([0.3, 0.4, 0.3])).toBe("slow-down");
  expect(pulseHint([0.1, 0.4, 0.5])).toBe("need-a-break");
  expect(pulseHint([0.2, 0.4, 0.4])).toBe("need-a-break");
});

it("counts tenths without the remains of floating point", () => {
  expect(tenthsOf(0.1 + 0.2)).toBe(3);
  expect(tenthsOf(undefined)).toBe(0);
});
