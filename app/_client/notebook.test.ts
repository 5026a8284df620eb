import { afterEach, beforeEach, expect, test, vi } from "vitest";
import {
  changeOwn,
  countedOf,
  delivered,
  isHandedOn,
  mergeStored,
  type Notebook,
  type OwnResponse,
  openNotebook,
  readNotebook,
  renewNotebook,
  saveNotebook,
  written,
} from "@/app/_client/notebook";
import type { ResponseValue } from "@/protocol/kinds";

const text = (words: string): ResponseValue => ({ kind: "open", text: words, language: "en" });
const empty: Notebook = { secret: "a".repeat(64), responses: {} };
const stored = new Map<string, string>();

beforeEach(() => {
  stored.clear();
  // Like the browser's: the stored names are its own properties, the methods are not.
  const methods = {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => void stored.set(key, value),
    removeItem: (key: string) => void stored.delete(key),
  };
  vi.stubGlobal(
    "localStorage",
    new Proxy(methods, {
      ownKeys: () => [...stored.keys()],
      getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true }),
    }),
  );
});
afterEach(() => vi.unstubAllGlobals());

const write = (tab: Notebook, slide: string, words: string) =>
  changeOwn("s1", tab, slide, (own) => written(own, text(words)));

test.each(["late", "refused"] as const)(
  "a change that comes back %s leaves the earlier answer counted",
  (status) => {
    const first = written(undefined, text("first"));
    const sent = delivered(first, first, "sent");
    const change = written(sent, text("second"));
    const lost = delivered(change, change, status);
    expect(lost).toMatchObject({ value: text("second"), status });
    expect(countedOf(lost)).toEqual(text("first"));
    // And also through a further change, until one is taken.
    const third = written(lost, text("third"));
    expect(countedOf(third)).toEqual(text("first"));
    expect(countedOf(delivered(third, third, "sent"))).toEqual(text("third"));
  },
);

test("an acknowledgement that meets a newer change says what counts, and does not settle the change", () => {
  const first = written(undefined, text("first"));
  const change = written(first, text("second"));
  const after = delivered(change, first, "sent");
  expect(after).toMatchObject({ value: text("second"), status: "waiting" });
  expect(countedOf(after)).toEqual(text("first"));
  expect(delivered(change, first, "late")).toEqual(change);
});

test("a notebook from before opens, and what it sent counts", () => {
  const old: OwnResponse = { value: text("first"), status: "sent" };
  saveNotebook("s1", { ...empty, responses: { evening: old } });
  const opened = readNotebook("s1")?.responses.evening;
  expect(countedOf(opened)).toEqual(text("first"));
  expect(countedOf(written(opened, text("second")))).toEqual(text("first"));
});

test("an unsent answer of one tab survives what another tab saves", () => {
  write(empty, "evening", "of tab A");
  const tabB = write(empty, "morning", "of tab B");
  expect(Object.keys(readNotebook("s1")?.responses ?? {}).sort()).toEqual(["evening", "morning"]);
  expect(tabB.responses.evening?.value).toEqual(text("of tab A"));
});

test("of one slide the newest change stays, whichever tab hears first of an older one", () => {
  const tabA = write(empty, "evening", "first");
  const tabB = write(tabA, "evening", "second");
  const first = tabA.responses.evening as OwnResponse;
  const heard = changeOwn("s1", tabA, "evening", (own = first) => delivered(own, first, "sent"));
  expect(heard.responses.evening).toMatchObject({ value: text("second"), counted: text("first") });
  expect(mergeStored("s1", tabB)).toEqual(readNotebook("s1"));
});

test("the second round of a prompt stands beside the first", () => {
  const once = write(empty, "supper", "before the talk");
  const twice = write(once, "supper.2", "after it");
  expect(twice.responses.supper?.value).toEqual(text("before the talk"));
  expect(twice.responses["supper.2"]).toMatchObject({ value: text("after it"), edit: 1 });
});

test("a phone that is handed on has another secret and nothing of the one before", () => {
  const first = openNotebook("s1");
  write(first, "evening", "mine");
  stored.set("attune:s1:leaves", "{}");
  stored.set("attune:s1:questions", "{}");
  stored.set("attune:s10", "another session's");
  stored.set("attune:code:12345678", "s1");
  renewNotebook("s1");
  const next = openNotebook("s1");
  expect(next.secret).not.toBe(first.secret);
  expect(next.responses).toEqual({});
  expect([...stored.keys()].sort()).toEqual(["attune:code:12345678", "attune:s1", "attune:s10"]);
});

test("a tab that is left open does not write into the notebook of the next person", () => {
  const first = openNotebook("s1");
  renewNotebook("s1");
  const next = openNotebook("s1");
  expect(isHandedOn("s1", first)).toBe(true);
  expect(isHandedOn("s1", next)).toBe(false);
  write(first, "evening", "of the one before");
  expect(readNotebook("s1")).toEqual(next);
  write(next, "evening", "of the next");
  expect(mergeStored("s1", first).responses).toEqual({});
});
