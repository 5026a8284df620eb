import { describe, expect, it } from "vitest";
import { fitSteps, settle } from "@/app/_client/fit";

describe("settle", () => {
  it("takes the largest step that fits", () => {
    expect(settle(10, () => true)).toBe(0);
    expect(settle(10, (step) => step >= 4)).toBe(4);
  });

  it("ends with the last step, tried out, when nothing fits", () => {
    const tried: number[] = [];
    expect(
      settle(3, (step) => {
        tried.push(step);
        return false;
      }),
    ).toBe(2);
    expect(tried).toEqual([0, 1, 2]);
  });
});

describe("fitSteps", () => {
  it("never grow again", () => {
    for (let i = 1; i < fitSteps.length; i++) {
      expect(fitSteps[i]?.text).toBeLessThan(fitSteps[i - 1]?.text ?? 0);
      expect(fitSteps[i]?.title).toBeLessThanOrEqual(fitSteps[i - 1]?.title ?? 0);
    }
  });

  it("keep titles at 72 and text at 28 through the steps for a usual slide", () => {
    expect(fitSteps.filter((step) => step.title >= 72 && step.text >= 28)).toHaveLength(7);
  });
});
