import fc from "fast-check";
import { expect, test } from "vitest";
import type { PromptId } from "@/protocol/ids";
import { newSession, type Step, takeStep } from "@/server/domain/session";
import { type Taking, takes } from "@/server/domain/taking";
import { everyKind } from "@/tests/support/decks";

const closing = 1_700_000_000_000;
const first = "choice" as PromptId;
const second = "choice.2" as PromptId;

const after = (grace: number, ...steps: Step[]): Taking => {
  const lobby = newSession({ language: "en", support: [] });
  const state = steps.reduce((before, step) => takeStep(before, everyKind, step, closing), lobby);
  return { ...state, grace };
};
const opened: Step[] = [
  { do: "go", slideId: "choice" },
  { do: "open", slideId: "choice" },
];
const closed: Step[] = [...opened, { do: "close", slideId: "choice" }];

test("R17: an open prompt takes responses, one that never opened takes none", () => {
  expect(takes(after(0, ...opened), first, closing)).toEqual({ taken: "open" });
  expect(takes(after(3600), first, closing)).toEqual({ taken: null, code: "prompt_not_open" });
  expect(takes(after(3600, ...opened), "words" as PromptId, closing).taken).toBeNull();
});

test("R64: after the closing an answer is late for exactly as long as the grace says", () => {
  fc.assert(
    fc.property(fc.nat(3600), fc.integer({ min: -5_000_000, max: 5_000_000 }), (grace, passed) => {
      const { taken } = takes(after(grace, ...closed), first, closing + passed);
      expect(taken).toBe(grace > 0 && passed <= grace * 1000 ? "late" : null);
    }),
  );
});

test("R64: whoever moves on closes the prompt too, and the grace counts from there", () => {
  expect(takes(after(30, ...opened, { do: "next" }), first, closing + 30_000)).toEqual({ taken: "late" });
});

test("R64: the second round takes no late answers to the first, and has a grace of its own", () => {
  const again: Step[] = [...closed, { do: "again", slideId: "choice" }];
  expect(takes(after(60, ...again), first, closing).taken).toBeNull();
  expect(takes(after(60, ...again), second, closing)).toEqual({ taken: "open" });
  const twice = after(60, ...again, { do: "close", slideId: "choice" });
  expect(takes(twice, second, closing)).toEqual({ taken: "late" });
  expect(takes(twice, first, closing).taken).toBeNull();
});

test("R64: a session that has ended takes nothing, however long the grace", () => {
  expect(takes(after(3600, ...opened, { do: "end" }), first, closing)).toEqual({
    taken: null,
    code: "session_ended",
  });
});
