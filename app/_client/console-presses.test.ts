import { expect, test, vi } from "vitest";
import { carryOut } from "@/app/_client/console";
import {
  blockedBy,
  type Intent,
  isDone,
  meaningOf,
  type Press,
  sameGround,
} from "@/app/_client/console-presses";
import type { ConsoleView } from "@/protocol/views";

const slide = { id: "s1" } as ConsoleView["slide"];
const prompt = { phase: "open", shown: false, responses: 3, results: null, waiting: 3 } as const;
const view = (change: object = {}) =>
  ({
    audience: "console",
    rev: 7,
    status: "live",
    place: 2,
    slide,
    step: 0,
    blank: false,
    timer: null,
    prompt: null,
    release: "closing",
    undo: "move",
    nextAction: "next",
    ...change,
  }) as ConsoleView;
const nameOf = (intent: Intent, on: ConsoleView) => {
  const meaning = meaningOf(intent, on);
  return "press" in meaning ? meaning.press.name : meaning;
};

test("forward is the one likely next action", () => {
  const asked = { prompt };
  expect(nameOf("forward", view({ nextAction: "begin", status: "lobby", slide: null }))).toBe(
    "session:begin",
  );
  expect(nameOf("forward", view())).toBe("slide:next");
  expect(nameOf("forward", view({ ...asked, nextAction: "open" }))).toBe("prompt:open");
  expect(nameOf("forward", view({ ...asked, nextAction: "close" }))).toBe("prompt:close");
  expect(nameOf("forward", view({ ...asked, nextAction: "show" }))).toBe("results:show");
});

test("a second round is asked for once the first is closed", () => {
  const closed = { ...prompt, phase: "closed", again: true } as const;
  const asked = { prompt: closed, nextAction: "again" };
  expect(nameOf("forward", view(asked))).toBe("prompt:again");
  expect(nameOf("again", view(asked))).toBe("prompt:again");
  expect(meaningOf("again", view({ prompt: { ...closed, again: false } }))).toEqual({ refuse: "no_again" });
  expect(meaningOf("again", view())).toEqual({ refuse: "no_prompt" });
});

test("a pause starts with the length and the rhythm that were chosen, and has no results", () => {
  const pause = { slide: { id: "s1", kind: "pause" }, prompt: { ...prompt, phase: "ready" } };
  const timing = { seconds: 60, rhythm: { in: 4, hold: 7, out: 8, rest: 0 } };
  const start = { press: { name: "prompt:open", input: { slideId: "s1", ...timing } } };
  expect(meaningOf("forward", view({ ...pause, nextAction: "open" }), timing)).toEqual(start);
  expect(meaningOf("phase", view(pause), timing)).toEqual(start);
  expect(meaningOf("forward", view({ ...pause, nextAction: "open" }))).toEqual({
    press: { name: "prompt:open", input: { slideId: "s1" } },
  });
  expect(meaningOf("results", view(pause))).toEqual({ refuse: "no_prompt" });
  expect(meaningOf("again", view(pause))).toEqual({ refuse: "no_prompt" });
});

test("a card or a word that already lies as it was wanted is done", () => {
  const cards = [{ id: "c1", mark: "pinned", theme: "t1" }];
  const wall = { kind: "open", cards, themes: [{ id: "t1", name: "Rest" }] };
  const on = view({ prompt: { ...prompt, results: wall } });
  const done = (name: string, input: object) =>
    isDone({ name, input: { slideId: "s1", ...input } } as unknown as Press, on);
  expect(done("card:group", { cardId: "c1", themeId: "t1" })).toBe(true);
  expect(done("card:group", { cardId: "c1", themeId: null })).toBe(false);
  expect(done("card:mark", { cardId: "c1", mark: "pinned" })).toBe(true);
  expect(done("theme:add", { themeId: "t1", name: "Rest" })).toBe(true);
  expect(done("theme:rename", { themeId: "t1", name: "Sleep" })).toBe(false);
  expect(done("theme:remove", { themeId: "t1" })).toBe(false);
  expect(done("theme:remove", { themeId: "t2" })).toBe(true);
  const cloud = { kind: "words", words: [{ text: "noise", mark: "hidden" }] };
  const words = view({ prompt: { ...prompt, results: cloud } });
  const hide = {
    name: "word:mark",
    input: { slideId: "s1", word: "noise", mark: "hidden" },
  } as unknown as Press;
  expect(isDone(hide, words)).toBe(true);
});

test("the end is asked for, never done by a key", () => {
  expect(meaningOf("forward", view({ nextAction: "end" }))).toEqual({ ask: "end" });
});

test("what cannot be done says why", () => {
  expect(meaningOf("back", view({ place: 1 }))).toEqual({ refuse: "first_slide" });
  expect(meaningOf("phase", view())).toEqual({ refuse: "no_prompt" });
  expect(meaningOf("results", view({ prompt }))).toEqual({ refuse: "not_closed" });
  expect(meaningOf("undo", view({ undo: null }))).toEqual({ refuse: "nothing_to_undo" });
  expect(meaningOf("blank", view({ status: "lobby", slide: null }))).toEqual({ refuse: "not_begun" });
  expect(meaningOf("back", view({ status: "ended" }))).toEqual({ refuse: "session_ended" });
});

test("open, show and blank turn into their opposites", () => {
  expect(nameOf("phase", view({ prompt }))).toBe("prompt:close");
  expect(nameOf("phase", view({ prompt: { ...prompt, phase: "closed" } }))).toBe("prompt:open");
  expect(nameOf("results", view({ prompt: { ...prompt, phase: "closed" } }))).toBe("results:show");
  expect(nameOf("results", view({ prompt: { ...prompt, shown: true } }))).toBe("results:hide");
  expect(nameOf("results", view({ prompt, release: "live" }))).toBe("results:show");
  expect(meaningOf("blank", view({ blank: true }))).toEqual({
    press: { name: "screen:blank", input: { blank: false } },
  });
});

test("the ending can be undone", () => {
  expect(nameOf("undo", view({ status: "ended", undo: "end" }))).toBe("step:undo");
});

test("nothing is sent while the server is away or the sign-in has ended", () => {
  const online = { link: "online", refusal: null, signInEnded: false } as const;
  expect(blockedBy(online)).toBeNull();
  expect(blockedBy({ ...online, link: "stopping" })).toBe("stopping");
  expect(blockedBy({ ...online, signInEnded: true })).toBe("signed_out");
  expect(blockedBy({ link: "refused", refusal: "signed_out", signInEnded: false })).toBe("signed_out");
});

test("answers that come in leave the ground as it is, a move does not", () => {
  const before = view({ prompt });
  expect(sameGround(before, view({ rev: 9, prompt: { ...prompt, responses: 6, waiting: 6 } }))).toBe(true);
  expect(sameGround(before, view({ prompt: { ...prompt, phase: "closed" } }))).toBe(false);
  expect(sameGround(before, view({ prompt, step: 1 }))).toBe(false);
  expect(sameGround(before, view({ prompt, undo: "open" }))).toBe(false);
});

test("what another hand has set is looked at before it is set over", () => {
  const settings = { filter: true, approve: false, questions: "shown" } as const;
  const before = view({ settings, support: [], questionsShown: false });
  expect(sameGround(before, view({ settings, support: [], questionsShown: false, rev: 9 }))).toBe(true);
  const off = { ...settings, questions: "off" } as const;
  expect(sameGround(before, view({ settings: off, support: [], questionsShown: false }))).toBe(false);
  const line = { name: "Family line", phone: null, url: null, note: null };
  expect(sameGround(before, view({ settings, support: [line], questionsShown: false }))).toBe(false);
  const show: Press = { name: "questions:show", input: { shown: true } };
  expect(isDone(show, view({ questionsShown: true }))).toBe(true);
  expect(isDone(show, view({ questionsShown: false }))).toBe(false);
});

test("a view may already be what a press asks for, but never for a move", () => {
  const close = { name: "prompt:close", input: { slideId: "s1" } } as Press;
  expect(isDone(close, view({ prompt: { ...prompt, phase: "closed" } }))).toBe(true);
  expect(isDone(close, view({ prompt }))).toBe(false);
  expect(isDone(close, view({ slide: { id: "s2" }, prompt: { ...prompt, phase: "closed" } }))).toBe(false);
  expect(isDone({ name: "slide:next", input: {} }, view())).toBe(false);
});

/** A server that is at `now` and refuses what was made against anything older. */
function server(now: ConsoleView) {
  let held = view();
  const sent: unknown[] = [];
  const send = vi.fn((name: string, input: { rev?: number }) => {
    if (name === "session:view") return Promise.resolve({ ok: true, data: now });
    sent.push([name, input.rev]);
    const stale = (input.rev ?? 0) < now.rev;
    return Promise.resolve(
      stale ? { ok: false, code: "stale" } : { ok: true, data: view({ rev: now.rev + 1 }) },
    );
  });
  const live = {
    send: send as never,
    take: (taken: ConsoleView) => {
      held = taken;
    },
    state: () => ({ view: held }) as never,
  };
  return { live, sent, held: () => held };
}
const next: Press = { name: "slide:next", input: {} };

test("a press takes the view that it led to", async () => {
  const { live, sent, held } = server(view());
  expect((await carryOut(live, next, view())).ok).toBe(true);
  expect(sent).toEqual([["slide:next", 7]]);
  expect(held().rev).toBe(8);
});

test("a stale press is repeated once when it means the same", async () => {
  const { live, sent } = server(view({ rev: 9 }));
  expect((await carryOut(live, next, view())).ok).toBe(true);
  expect(sent).toEqual([
    ["slide:next", 7],
    ["slide:next", 9],
  ]);
});

test("a stale press is not repeated when another hand moved the room", async () => {
  const { live, sent, held } = server(view({ rev: 9, place: 3, slide: { id: "s2" } }));
  expect(await carryOut(live, next, view())).toEqual({ ok: false, code: "stale" });
  expect(sent).toHaveLength(1);
  expect(held().place).toBe(3);
});

test("closing what the timer has just closed is done", async () => {
  const { live, sent } = server(view({ rev: 9, prompt: { ...prompt, phase: "closed" } }));
  const close = { name: "prompt:close", input: { slideId: "s1" } } as Press;
  expect((await carryOut(live, close, view({ prompt }))).ok).toBe(true);
  expect(sent).toHaveLength(1);
});
