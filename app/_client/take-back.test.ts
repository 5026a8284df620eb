import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { grantWishes } from "@/app/_client/grant-wishes";
import { type Notebook, readNotebook, renewNotebook, saveNotebook } from "@/app/_client/notebook";
import { mineOf, mineOfWishes } from "@/app/_client/own-list";
import { ask, keptQuestions, settle } from "@/app/_client/own-questions";
import { keepSignal, readSignal } from "@/app/_client/pulse";
import { takeBack } from "@/app/_client/take-back";
import { followTakenBack } from "@/app/_client/wished";
import { keepAnswer, readWishes } from "@/app/_client/wishes";
import type { ResponseValue } from "@/protocol/kinds";

const id = "5b0c2f0e-0000-4000-8000-000000000001";
const text: ResponseValue = { kind: "open", text: "It was me.", language: "en" };
const notebook: Notebook = {
  secret: "a".repeat(64),
  responses: { open: { value: text, status: "sent" }, later: { value: text, status: "sending" } },
};
const stored = new Map<string, string>();
let asked: { token: string; of: { kind: string } }[];
let reachable: boolean;

beforeEach(() => {
  vi.useFakeTimers();
  stored.clear();
  asked = [];
  reachable = true;
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
  vi.stubGlobal("window", new EventTarget());
  vi.stubGlobal(
    "StorageEvent",
    class extends Event {
      readonly key: string;
      readonly newValue: string | null;
      constructor(name: string, { key, newValue }: { key: string; newValue: string | null }) {
        super(name);
        this.key = key;
        this.newValue = newValue;
      }
    },
  );
  vi.stubGlobal("fetch", async (_door: string, { body }: { body: string }) => {
    if (!reachable) throw new TypeError("no network");
    asked.push(JSON.parse(body));
    return Response.json({ ok: true, data: {} });
  });
  saveNotebook(id, notebook);
  keptQuestions(id).change((own) => {
    const one = ask(own, "q1", "What about the nights?");
    return one.q1 ? settle(one, "q1", one.q1, true) : one;
  });
  keepSignal(id, { signal: "slow-down", until: Date.now() + 60_000 });
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const mine = () =>
  mineOf(id, {
    secret: notebook.secret,
    responses: readNotebook(id)?.responses ?? {},
    leaves: {},
    questions: keptQuestions(id).read(),
    signal: readSignal(id) !== null,
  });
const kinds = (things: { of: { kind: string } }[]) => things.map(({ of }) => of.kind).sort();

test("everything that a phone has left is listed, each with a token of its own", () => {
  const all = mine();
  expect(kinds(all)).toEqual(["attendance", "pulse", "question", "response", "response"]);
  expect(new Set(all.map(({ token }) => token)).size).toBe(all.length);
});

test("what is taken back is forgotten here at once, and asked for one by one until all of it is granted", async () => {
  const all = mine();
  takeBack(id, notebook.secret, all);
  expect(readNotebook(id)).toEqual({ ...notebook, responses: {} });
  expect(keptQuestions(id).read()).toEqual({});
  expect(readSignal(id)).toBeNull();
  expect(kinds(mineOfWishes({ secret: notebook.secret, leaves: {} }, readWishes(id)))).toEqual(kinds(all));

  grantWishes(id);
  await vi.advanceTimersByTimeAsync(1000);
  // What may have been under way is asked for again, once its own message must have come.
  expect(kinds(readWishes(id))).toEqual(["response"]);
  await vi.advanceTimersByTimeAsync(15_000);
  expect(readWishes(id)).toEqual([]);
  expect(stored.has(`attune:back:${id}`)).toBe(false);
  const times = (token: string) => asked.filter((one) => one.token === token).length;
  expect(all.map(({ token, underWay }) => times(token) === (underWay ? 2 : 1))).toEqual(all.map(() => true));
});

test("the pages of this phone hear which answers were taken back, and those of the next person do not", () => {
  const heard: [string, string[]][] = [];
  const next = "b".repeat(64);
  for (const secret of [notebook.secret, next])
    followTakenBack(id, secret, (gone) => heard.push([secret, gone]));
  takeBack(
    id,
    notebook.secret,
    mine().filter(({ of }) => of.kind === "response"),
  );
  expect(heard).toEqual([
    [notebook.secret, ["open", "later"]],
    [next, []],
  ]);
});

test("without a network the wish stays, also for whoever has the phone next, and goes out when there is one", async () => {
  const [open] = mine().filter(({ of }) => of.kind === "response");
  if (!open) throw new Error("nothing is answered");
  reachable = false;
  takeBack(id, notebook.secret, [open]);
  grantWishes(id);
  await vi.advanceTimersByTimeAsync(30_000);
  expect(asked).toEqual([]);
  renewNotebook(id);
  expect(kinds(readWishes(id))).toEqual(["response"]);
  const next = readNotebook(id)?.secret ?? "";
  expect(mineOfWishes({ secret: next, leaves: {} }, readWishes(id))).toEqual([]);

  reachable = true;
  window.dispatchEvent(new Event("online"));
  await vi.advanceTimersByTimeAsync(100);
  expect(asked.map(({ token }) => token)).toEqual([open.token]);
  expect(readWishes(id)).toEqual([]);
});

test("an answer that is given anew is not taken away by an older wish", () => {
  const things = mine();
  takeBack(id, notebook.secret, things);
  keepAnswer(id, notebook.secret, "open");
  const others = things.filter(({ of }) => of.kind !== "response" || of.promptId !== "open");
  expect(others.length).toBe(things.length - 1);
  expect(readWishes(id).map((wish) => wish.token)).toEqual(others.map((one) => one.token));
});
