import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Deck } from "@/protocol/classes";
import { codeOf } from "@/protocol/errors";
import { limits } from "@/protocol/limits";
import { type Position, type SessionState, sessionState } from "@/protocol/sessions";
import { isPrompt } from "@/server/domain/kinds";
import { currentSlide, positionOf } from "@/server/domain/positions";
import { promptState } from "@/server/domain/rounds";
import {
  newSession,
  nextAction,
  type Step,
  takeStep,
  undoable,
  withHands,
  withRelease,
} from "@/server/domain/session";
import { visitsOf } from "@/server/domain/visits";
import { anyDeck, deckOf, everyKind, slideOf } from "@/tests/support/decks";
import { same } from "@/tests/support/same";

const start = 1_000_000;
const lobby = () => newSession({ language: "en", support: [] });

/** What somebody tries: the step is completed by where the room is, so that many of them succeed. */
type Try = { do: Step["do"]; here: boolean; which: number; ms: number; flag: boolean };

const anyTry: fc.Arbitrary<Try> = fc.record({
  do: fc.constantFrom<Step["do"]>(
    ...([
      "begin",
      "next",
      "next",
      "back",
      "go",
      "open",
      "open",
      "close",
      "show",
      "hide",
      "blank",
      "again",
      "questions",
    ] as const),
    ...([
      "start-timer",
      "stop-timer",
      "expire-timer",
      "mark",
      "group",
      "add-theme",
      "end",
      "undo",
      "undo",
    ] as const),
  ),
  here: fc.boolean(),
  which: fc.nat({ max: 7 }),
  ms: fc.integer({ min: 1, max: 5000 }),
  flag: fc.boolean(),
});

/** Long runs: fast-check's own idea of a list is some ten items, in which hardly anything happens. */
const manyTries = fc.array(anyTry, { maxLength: 80, size: "max" });

function stepOf(
  { do: what, here, which, ms, flag }: Try,
  state: SessionState,
  deck: Deck,
  now: number,
): Step {
  const current = here ? currentSlide(state, deck)?.id : undefined;
  const slideId = current ?? deck.slides[which]?.id ?? "no-such-slide";
  switch (what) {
    case "open":
      return { do: what, slideId, seconds: flag ? ms / 1000 : undefined };
    case "again":
    case "go":
    case "close":
    case "show":
    case "hide":
      return { do: what, slideId };
    case "blank":
      return { do: what, blank: flag };
    case "start-timer":
      return { do: what, seconds: ms / 1000, closesPrompt: flag };
    case "expire-timer":
      return { do: what, endsAt: (here ? state.timer?.endsAt : undefined) ?? now + ms };
    case "mark":
      return { do: what, key: `card-${which}`, mark: flag ? "hidden" : "none" };
    case "questions":
      return { do: what, shown: flag };
    case "add-theme":
    case "rename-theme":
      return { do: what, slideId, themeId: `t${which}`, name: `Theme ${which}` };
    case "remove-theme":
      return { do: what, slideId, themeId: `t${which}` };
    case "group":
      return { do: what, slideId, cardId: `card-${which}`, themeId: flag ? `t${which}` : null };
    case "begin":
    case "next":
    case "back":
    case "stop-timer":
    case "end":
    case "undo":
      return { do: what };
  }
}

type Moment = {
  before: SessionState;
  step: Step;
  now: number;
  after: SessionState | undefined;
  code?: string;
};

/** Takes the steps one after the other and shows each to `look`. States are frozen: nobody may change one. */
function play(deck: Deck, tries: Try[], look: (moment: Moment) => void, first = lobby()): SessionState {
  let state = frozen(first);
  let now = start;
  for (const one of tries) {
    now += one.ms;
    const before = state;
    const step = stepOf(one, before, deck, now);
    try {
      state = frozen(takeStep(before, deck, step, now));
      look({ before, step, now, after: state });
    } catch (error) {
      const code = codeOf(error);
      if (!code) throw error;
      look({ before, step, now, after: undefined, code });
    }
  }
  return state;
}

const inAnyRun = (look: (moment: Moment, deck: Deck) => void) =>
  fc.assert(
    fc.property(anyDeck, manyTries, fc.boolean(), (deck, tries, live) => {
      const first: SessionState = { ...lobby(), release: live ? "live" : "closing" };
      play(frozen(deck), tries, (moment) => look(moment, deck), first);
    }),
    { numRuns: 120 },
  );

describe("whatever is tried, in any order, on any deck", () => {
  test("R11: the room is always at a slide and a reveal step that exist", () => {
    inAnyRun(({ after }, deck) => {
      if (!after) return;
      expect(sessionState.strict().parse(after)).toEqual(after);
      const slide = deck.slides[after.index];
      expect(slide).toBeDefined();
      expect(after.step).toBeLessThan(slide?.bodies.length ?? 0);
    });
  });

  test("R3: lobby, live, ended, and back by undo alone", () => {
    const order = ["lobby", "live", "ended"];
    inAnyRun(({ before, step, after }) => {
      if (!after) return;
      const by = order.indexOf(after.status) - order.indexOf(before.status);
      if (step.do === "undo") expect(by).toBeLessThanOrEqual(0);
      else expect(by).toBeGreaterThanOrEqual(0);
      expect(after.endedAt === null).toBe(after.status !== "ended");
      if (after.status === "live") expect(after.startedAt).not.toBeNull();
      if (before.startedAt !== null) expect(after.startedAt).toBe(before.startedAt);
    });
  });

  test("R3, R19: an ended session takes nothing but undo and the marking of cards", () => {
    inAnyRun(({ before, step, code, after }) => {
      if (before.status !== "ended" || step.do === "undo") return;
      if (step.do === "mark") expect(after).toMatchObject({ status: "ended", endedAt: before.endedAt });
      else expect(code).toBe("session_ended");
    });
  });

  test("R12: at most one prompt is open, and only where the room is", () => {
    inAnyRun(({ after }, deck) => {
      const open = Object.entries(after?.prompts ?? {}).filter(([, { phase }]) => phase === "open");
      expect(open.length).toBeLessThanOrEqual(1);
      if (!after || open.length === 0) return;
      expect(after.status).toBe("live");
      expect(open[0]?.[0]).toBe(currentSlide(after, deck)?.id);
    });
  });

  test("R12: whoever moves on closes what was open, and stops the timer", () => {
    inAnyRun(({ before, step, after }, deck) => {
      if (!after || step.do === "undo" || (before.index === after.index && after.status === before.status))
        return;
      const left = currentSlide(before, deck);
      if (left && promptState(before, left.id).phase === "open")
        expect(promptState(after, left.id).phase).toBe("closed");
      expect(after.timer).toBeNull();
    });
  });

  test("R10: only prompts have phases, and from ready a prompt goes to open alone", () => {
    inAnyRun(({ before, step, after }, deck) => {
      for (const [id, { phase }] of Object.entries(after?.prompts ?? {})) {
        expect(deck.slides.find((slide) => slide.id === id)?.kind).not.toBe("content");
        if (step.do !== "undo" && promptState(before, id).phase === "ready")
          expect(["ready", "open"]).toContain(phase);
      }
    });
  });

  test("R13: a step on a prompt changes that prompt alone, and only where the room is", () => {
    inAnyRun(({ before, step, after }, deck) => {
      const desk = ["go", "group", "add-theme"].includes(step.do);
      if (!("slideId" in step) || desk || !after) return;
      expect(step.slideId).toBe(currentSlide(before, deck)?.id);
      expect({ ...after.prompts, [step.slideId]: null }).toEqual({ ...before.prompts, [step.slideId]: null });
    });
  });

  test("R14: results of an open prompt are shown in a session that releases live, and in no other", () => {
    inAnyRun(({ after }) => {
      for (const { phase, shown } of Object.values(after?.prompts ?? {}))
        if (shown) expect(after?.release === "live" ? ["open", "closed"] : ["closed"]).toContain(phase);
    });
  });

  test("R15: the next action named by the server always succeeds", () => {
    const steps = {
      begin: () => ({ do: "begin" }),
      next: () => ({ do: "next" }),
      open: (slideId: string) => ({ do: "open", slideId }),
      close: (slideId: string) => ({ do: "close", slideId }),
      show: (slideId: string) => ({ do: "show", slideId }),
      again: (slideId: string) => ({ do: "again", slideId }),
      end: () => ({ do: "end" }),
    } satisfies Record<string, (slideId: string) => Step>;
    inAnyRun(({ before, now }, deck) => {
      for (const released of [false, true]) {
        const action = nextAction(before, deck, released);
        expect(action === "none").toBe(before.status === "ended");
        if (action === "none") continue;
        const slide = currentSlide(before, deck);
        expect(takeStep(before, deck, steps[action](slide?.id ?? ""), now)).not.toEqual(before);
      }
    });
  });

  test("R16: undo restores exactly what the newest step with a difference changed, up to the last 20", () => {
    fc.assert(
      fc.property(anyDeck, manyTries, (deck, tries) => {
        let history: Position[] = [];
        play(deck, tries, ({ before, step, now, after, code }) => {
          expect(before.undo).toHaveLength(history.length);
          if (step.do !== "undo") {
            if (after) history = [...history, positionOf(before)].slice(-limits.undoSteps);
            return;
          }
          const reachable = history.map((position) =>
            position.timer && position.timer.endsAt <= now ? { ...position, timer: null } : position,
          );
          const at = reachable.findLastIndex((position) => !same(position, positionOf(before)));
          if (at < 0) return expect(code).toBe("nothing_to_undo");
          history = history.slice(0, at);
          expect(after && positionOf(after)).toEqual(reachable[at]);
        });
      }),
      { numRuns: 120 },
    );
  });

  test("R18: a timer that closes a prompt runs only beside one that is open, and closes it", () => {
    inAnyRun(({ before, step, after }, deck) => {
      if (step.do === "expire-timer" && before.timer?.closesPrompt && after)
        expect(promptState(after, deck.slides[before.index]?.id ?? "").phase).toBe("closed");
      if (!after?.timer) return;
      expect(after.status).toBe("live");
      const slide = currentSlide(after, deck);
      if (after.timer.closesPrompt) expect(promptState(after, slide?.id ?? "").phase).toBe("open");
    });
  });

  test("R18: a timer that was stopped or replaced cannot run out", () => {
    inAnyRun(({ before, step, code }) => {
      if (step.do !== "expire-timer" || before.status === "ended") return;
      expect(code).toBe(before.timer?.endsAt === step.endsAt ? undefined : "impossible");
    });
  });
});

test("R11: forward and back meet: every place is reached in order, once, and left the same way", () => {
  fc.assert(
    fc.property(anyDeck, (deck) => {
      const places = deck.slides.flatMap((slide, index) => slide.bodies.map((_, step) => [index, step]));
      const walk = (by: "next" | "back", from: SessionState) => {
        const visited = [[from.index, from.step]];
        let state = from;
        for (let n = 1; n < places.length; n += 1) {
          state = takeStep(state, deck, { do: by }, start);
          visited.push([state.index, state.step]);
        }
        expect(() => takeStep(state, deck, { do: by }, start)).toThrow(/this is the (last|first) slide/);
        return { visited, state };
      };
      const there = walk("next", takeStep(lobby(), deck, { do: "begin" }, start));
      expect(there.visited).toEqual(places);
      expect(walk("back", there.state).visited).toEqual(places.toReversed());
    }),
  );
});

test("R1: a new session is in the lobby, with nothing behind it", () => {
  const state = lobby();
  expect(sessionState.strict().parse(state)).toEqual(state);
  expect(currentSlide(state, everyKind)).toBeUndefined();
  expect(state).toMatchObject({
    status: "lobby",
    index: 0,
    step: 0,
    undo: [],
    minimum: null,
    release: "closing",
  });
});

test("R10: a prompt that is opened again hides its results", () => {
  const deck = deckOf([slideOf("choice")]);
  const steps: Step[] = [
    { do: "begin" },
    { do: "open", slideId: "choice" },
    { do: "close", slideId: "choice" },
    { do: "show", slideId: "choice" },
    { do: "open", slideId: "choice" },
  ];
  const state = steps.reduce((at, step) => takeStep(at, deck, step, start), lobby());
  expect(promptState(state, "choice")).toEqual({ phase: "open", shown: false, round: 1 });
});

test("R16: the end can be undone, and then what was open is open again", () => {
  const deck = deckOf([slideOf("open")]);
  const open = takeStep(
    takeStep(lobby(), deck, { do: "begin" }, start),
    deck,
    { do: "open", slideId: "open", seconds: 10 },
    start,
  );
  const ended = takeStep(open, deck, { do: "end" }, start + 1);
  expect(ended).toMatchObject({ status: "ended", endedAt: start + 1, timer: null });
  expect(takeStep(ended, deck, { do: "undo" }, start + 2)).toMatchObject(positionOf(open));
  expect(takeStep(ended, deck, { do: "undo" }, start + 10_000)).toMatchObject({
    ...positionOf(open),
    timer: null,
  });
});

test("R10: a slide may be called like anything that JavaScript's objects have", () => {
  const deck = deckOf([slideOf("choice", "constructor")]);
  const live = takeStep(lobby(), deck, { do: "begin" }, start);
  expect(promptState(live, "constructor")).toEqual({ phase: "ready", shown: false, round: 1 });
  expect(nextAction(live, deck, false)).toBe("open");
  expect(visitsOf(live, deck, start + 1000)).toEqual({ constructor: 1000 });
  const ended = takeStep(live, deck, { do: "end" }, start + 1000);
  expect(ended.visits).toEqual({ constructor: 1000 });
});

test("what nobody answers is no prompt, everything else is", () => {
  expect(everyKind.slides.filter(isPrompt).map(({ kind }) => kind)).toEqual([
    "choice",
    "sort",
    "scale",
    "continuum",
    "words",
    "open",
    "rank",
    "reflect",
  ]);
});

function frozen<T>(value: T): T {
  if (typeof value !== "object" || value === null || Object.isFrozen(value)) return value;
  for (const inner of Object.values(value)) frozen(inner);
  return Object.freeze(value);
}

test("R14: who goes back to releasing at closing shows nothing of an open prompt, not by undo either", () => {
  const deck = deckOf([slideOf("choice")]);
  const now = start;
  const steps: Step[] = [
    { do: "begin" },
    { do: "open", slideId: "choice" },
    { do: "show", slideId: "choice" },
    { do: "blank", blank: true },
  ];
  const shown = steps.reduce<SessionState>((state, step) => takeStep(state, deck, step, now), {
    ...lobby(),
    release: "live",
  });
  expect(promptState(shown, "choice")).toEqual({ phase: "open", shown: true, round: 1 });
  const back = withRelease(shown, "closing");
  expect(promptState(back, "choice")).toEqual({ phase: "open", shown: false, round: 1 });
  expect(promptState(takeStep(back, deck, { do: "undo" }, now), "choice").shown).toBe(false);
  expect(withRelease(shown, "live")).toEqual(shown);
});

test("R16: a timer that has rung leaves nothing behind that undo would take back for nothing", () => {
  const deck = deckOf([slideOf("content", "one"), slideOf("content", "two")]);
  const run = (state: SessionState, step: Step, now: number) => takeStep(state, deck, step, now);
  const at = run(run(lobby(), { do: "begin" }, start), { do: "next" }, start);
  const timed = run(at, { do: "start-timer", seconds: 5, closesPrompt: false }, start);
  expect(undoable(timed, start)).toBe("timer");
  const rung = run(timed, { do: "expire-timer", endsAt: start + 5000 }, start + 5000);
  expect(undoable(rung, start + 5000)).toBe("move");
  expect(run(rung, { do: "undo" }, start + 5000).index).toBe(0);
});

const run = (deck: Deck, first: SessionState, ...steps: Step[]) =>
  steps.reduce((state, step) => takeStep(state, deck, step, start), first);

test("R18: a talk in pairs ends by itself, a pause begins a moment later, and more time keeps the beginning", () => {
  const deck = deckOf([slideOf("pause"), slideOf("pair")]);
  const pause = run(deck, lobby(), { do: "begin" }, { do: "open", slideId: "pause" });
  expect(pause.timer).toEqual({ startsAt: start + 3000, endsAt: start + 63_000, closesPrompt: true });
  const longer = takeStep(
    pause,
    deck,
    { do: "start-timer", seconds: 90, closesPrompt: true },
    start + 30_000,
  );
  expect(longer.timer).toMatchObject({ startsAt: start + 3000, endsAt: start + 120_000 });
  const pair = run(deck, longer, { do: "next" }, { do: "open", slideId: "pair", seconds: 60 });
  expect(pair.timer).toEqual({ startsAt: start, endsAt: start + 60_000, closesPrompt: true });
  expect(promptState(pair, "pause").phase).toBe("closed");
  const over = takeStep(pair, deck, { do: "expire-timer", endsAt: start + 60_000 }, start + 60_000);
  expect(promptState(over, "pair").phase).toBe("closed");
  expect(nextAction(over, deck, false)).toBe("end");
});

test("R63: a prompt is asked again once, after its first round; undo brings the first round back", () => {
  const deck = deckOf([{ ...slideOf("choice"), rounds: 2 }]);
  const closed = run(
    deck,
    lobby(),
    { do: "begin" },
    { do: "open", slideId: "choice" },
    { do: "close", slideId: "choice" },
  );
  expect(nextAction(closed, deck, true)).toBe("show");
  expect(nextAction(closed, deck, false)).toBe("again");
  const again = run(deck, closed, { do: "again", slideId: "choice" });
  expect(promptState(again, "choice")).toEqual({ phase: "open", shown: false, round: 2 });
  expect(promptState(run(deck, again, { do: "undo" }), "choice")).toMatchObject({
    phase: "closed",
    round: 1,
  });
  const done = run(deck, again, { do: "close", slideId: "choice" });
  expect(() => run(deck, done, { do: "again", slideId: "choice" })).toThrow(/asked again/);
  expect(nextAction(done, deck, false)).toBe("end");
});

test("R62: themes become the options of their vote when it opens, and stay so", () => {
  const vote = { ...slideOf("choice", "vote"), options: [], from: slideOf("open").id };
  const deck = deckOf([slideOf("open"), vote]);
  const theme = (themeId: string): Step => ({
    do: "add-theme",
    slideId: "open",
    themeId,
    name: `Name ${themeId}`,
  });
  const one = run(deck, lobby(), theme("t1"), { do: "go", slideId: "vote" });
  expect(() => run(deck, one, { do: "open", slideId: "vote" })).toThrow(/no themes/);
  const open = run(deck, one, theme("t2"), { do: "open", slideId: "vote" }, theme("t3"));
  expect(promptState(open, "vote").options?.map(({ id }) => id)).toEqual(["t1", "t2"]);
  const later = run(deck, open, { do: "remove-theme", slideId: "open", themeId: "t1" });
  expect(promptState(later, "vote").options?.map(({ text }) => text)).toEqual(["Name t1", "Name t2"]);
});

test("R62: a card leaves its theme when the theme goes, and comes back with undo", () => {
  const deck = deckOf([slideOf("open")]);
  const grouped = run(
    deck,
    lobby(),
    { do: "add-theme", slideId: "open", themeId: "t1", name: "Sleep" },
    { do: "group", slideId: "open", cardId: "card", themeId: "t1" },
  );
  const without = run(deck, grouped, { do: "remove-theme", slideId: "open", themeId: "t1" });
  expect(without).toMatchObject({ themes: { open: [] }, groups: {} });
  expect(run(deck, without, { do: "undo" }).groups).toEqual({ card: "t1" });
  expect(() => run(deck, without, { do: "group", slideId: "open", cardId: "c", themeId: "t9" })).toThrow();
});

test("R51: the time at each slide adds up to the time of the session, whatever is done", () => {
  fc.assert(
    fc.property(anyDeck, manyTries, (deck, tries) => {
      let lived = 0;
      let last = start;
      const end = play(deck, tries, ({ before, after, now }) => {
        if (before.status === "live") lived += now - last;
        last = now;
        if (!after) return;
        const sum = Object.values(after.visits).reduce((total, ms) => total + ms, 0);
        const running = after.arrivedAt === null ? 0 : now - after.arrivedAt;
        expect(sum + running).toBe(lived);
      });
      expect(end.arrivedAt === null).toBe(end.status !== "live");
    }),
  );
});

test("R47: hands are kept for the round that they were counted in, and refused when they do not add up", () => {
  const deck = deckOf([slideOf("choice"), slideOf("scale")]);
  const open = run(deck, lobby(), { do: "begin" }, { do: "open", slideId: "choice" });
  const hands = { kind: "choice" as const, voices: 3, counts: [2, 1, 0, 0] };
  expect(withHands(open, deck, "choice", hands).hands).toEqual({ choice: hands });
  expect(withHands(withHands(open, deck, "choice", hands), deck, "choice", null).hands).toEqual({});
  expect(() => withHands(open, deck, "choice", { ...hands, counts: [4, 0, 0, 0] })).toThrow(/add up/);
  expect(() => withHands(open, deck, "scale", null)).toThrow(/not been opened/);
});

test("R15: the results of a first measure are shown with the second one, and not before", () => {
  const before = slideOf("scale", "before");
  const deck = deckOf([before, { ...slideOf("scale", "after"), compare: before.id }]);
  const asked = (slideId: string): Step[] => [
    { do: "go", slideId },
    { do: "open", slideId },
    { do: "close", slideId },
  ];
  const first = run(deck, lobby(), ...asked("before"));
  expect(nextAction(first, deck, true)).toBe("next");
  expect(nextAction(run(deck, first, ...asked("after")), deck, true)).toBe("show");
});
