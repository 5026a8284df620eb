import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { keepDraft, readLeaves, saveLeaves, storeDraft } from "@/app/_client/leaves";
import type { ResponseValue, SlideView } from "@/protocol/kinds";

const slide = {
  kind: "open",
  id: "evening",
  part: "At home",
  title: "What helped last evening?",
  body: "<p>Long</p>",
  explanation: "",
} as SlideView;
const typed: ResponseValue = { kind: "open", text: "We sat on the", language: "en" };

const stored = new Map<string, string>();

beforeEach(() => {
  stored.clear();
  vi.stubGlobal("localStorage", {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, text: string) => void stored.set(key, text),
  });
});
afterEach(() => vi.unstubAllGlobals());

test("a draft survives a reload, with its question and without the slide's body", () => {
  saveLeaves("s1", keepDraft({}, slide.id, slide, typed));
  expect(readLeaves("s1")).toEqual({ evening: { slide: { ...slide, body: "" }, draft: typed } });
  expect(readLeaves("s2")).toEqual({});
});

test("a draft on one slide leaves those of the others alone", () => {
  const other = { ...slide, id: "morning" } as SlideView;
  const leaves = keepDraft(keepDraft({}, slide.id, slide, typed), other.id, other, null);
  expect(leaves.evening?.draft).toEqual(typed);
  expect(leaves.morning?.draft).toBeNull();
});

test("the second round of a slide begins empty", () => {
  const leaves = keepDraft(keepDraft({}, slide.id, slide, typed), `${slide.id}.2`, slide, null);
  expect(leaves["evening.2"]?.draft).toBeNull();
  expect(leaves.evening?.draft).toEqual(typed);
});

test("a draft of one tab survives what another tab keeps", () => {
  const other = { ...slide, id: "morning" } as SlideView;
  storeDraft("s1", {}, slide.id, slide, typed);
  storeDraft("s1", {}, other.id, other, typed);
  expect(Object.keys(readLeaves("s1")).sort()).toEqual(["evening", "morning"]);
});

test("what does not fit is dropped, the rest is kept", () => {
  stored.set(
    "attune:s1:leaves",
    JSON.stringify({
      evening: { slide, draft: typed },
      odd: { slide, draft: { kind: "choice", options: [] } },
      none: null,
    }),
  );
  expect(Object.keys(readLeaves("s1"))).toEqual(["evening"]);
});

test("broken or forbidden storage is an empty one", () => {
  stored.set("attune:s1:leaves", "{");
  expect(readLeaves("s1")).toEqual({});
  stored.set("attune:s1:leaves", "null");
  expect(readLeaves("s1")).toEqual({});
  vi.stubGlobal("localStorage", undefined);
  expect(readLeaves("s1")).toEqual({});
  expect(() => saveLeaves("s1", {})).not.toThrow();
});
