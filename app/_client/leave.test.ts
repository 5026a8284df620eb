import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { clearTraces, createTwice, leave, noWayBackScript } from "@/app/_client/leave";

/** A storage whose keys can be listed as a browser's can. */
function storage(entries: Record<string, string>) {
  const kept = { ...entries };
  const hidden = { enumerable: false };
  Object.defineProperties(kept, {
    removeItem: { ...hidden, value: (key: string) => delete kept[key] },
    clear: { ...hidden, value: () => Object.keys(kept).map((key) => delete kept[key]) },
  });
  return kept;
}

const steps: string[] = [];
let kept: Record<string, string>;
let cookies: string[];
let pagehide: () => void;

beforeEach(() => {
  vi.useFakeTimers();
  steps.length = 0;
  cookies = [];
  kept = storage({
    "attune:s1": "secret",
    "attune:s1:leaves": "words",
    "attune:code:12345678": "s1",
    "attune:code:87654321": "s2",
    theirs: "stays",
  });
  const root = { hidden: false };
  vi.stubGlobal("localStorage", kept);
  vi.stubGlobal("sessionStorage", storage({ "attune:reloaded": "1" }));
  vi.stubGlobal("document", {
    title: "Attune",
    documentElement: root,
    set cookie(written: string) {
      cookies.push(written);
    },
  });
  vi.stubGlobal("location", {
    pathname: "/j/12345678",
    replace: (to: string) => {
      expect(root.hidden).toBe(true);
      expect(Object.keys(kept)).toEqual(["theirs"]);
      steps.push(`to ${to}`);
    },
  });
  vi.stubGlobal("window", {
    addEventListener: (name: string, then: () => void) => {
      if (name === "pagehide") pagehide = then;
    },
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const leaving = (more: Partial<Parameters<typeof leave>[0]> = {}) => ({
  code: "12345678",
  title: "Notes",
  reachable: true,
  send: async () => void steps.push("sent"),
  close: () => void steps.push("closed"),
  ...more,
});

test("nothing of any class is left, and nothing of anybody else is touched", () => {
  clearTraces();
  expect(kept).toEqual({ theirs: "stays" });
  expect(sessionStorage).toEqual({});
  for (const [name, path] of [
    ["attune_in", "/j/12345678"],
    ["attune_in", "/j/87654321"],
    ["attune_follow", "/j/12345678"],
    ["attune_reading", "/"],
    ["attune_language", "/"],
  ])
    expect(cookies).toContain(`${name}=; Path=${path}; Max-Age=0; SameSite=Lax`);
});

test("what waits goes first, then the traces, then the page", async () => {
  void leave(leaving());
  expect(document.documentElement.hidden).toBe(true);
  expect(document.title).toBe("Notes");
  await vi.advanceTimersByTimeAsync(0);
  expect(steps).toEqual(["sent", "closed", "to /j/12345678/leave"]);
});

test("an outbox that does not empty holds nobody back for long", async () => {
  void leave(leaving({ send: () => new Promise(() => {}) }));
  await vi.advanceTimersByTimeAsync(400);
  expect(steps).toEqual(["closed", "to /j/12345678/leave"]);
});

test("without the server it leads to an empty page, and so does a server that does not answer", async () => {
  void leave(leaving({ reachable: false }));
  await vi.advanceTimersByTimeAsync(0);
  expect(steps.at(-1)).toBe("to about:blank");
  steps.length = 0;
  void leave(leaving());
  await vi.advanceTimersByTimeAsync(3000);
  expect(steps).toEqual(["sent", "closed", "to /j/12345678/leave", "to about:blank"]);
});

test("what was still written down in the last moment goes too", async () => {
  void leave(leaving());
  await vi.advanceTimersByTimeAsync(0);
  kept["attune:s1"] = "an answer of the server that came late";
  pagehide();
  expect(kept).toEqual({ theirs: "stays" });
});

test("twice is twice in a row, not three times in a while", () => {
  const twice = createTwice(700);
  expect([0, 1000, 1500, 1600, 1700].map(twice)).toEqual([false, false, true, false, true]);
});

test("only a code becomes part of a script", () => {
  expect(noWayBackScript("12345678")).toContain('"attune:code:12345678"');
  expect(noWayBackScript('1");alert("2')).toBe("");
});
