import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Deck } from "@/protocol/classes";
import { codeOf } from "@/protocol/errors";
import { limits } from "@/protocol/limits";
import { type Position, type SessionState, sessionState } from "@/protocol/sessions";
import { isPrompt } from "@/server/domain/kinds";
import {
  currentSlide,
  newSession,
  nextAction,
  promptState,
  type Step,
  takeStep,
  undoable,
  withRelease,
} from "@/server/domain/session";
import { anyDeck, deckOf, everyKind, slideOf } from "@/tests/support/decks";
import { same } from "@/tests/support/same";

const start = 1_000_000;

/** What somebody tries: the step is completed by where the room is, so that many of them succeed. */
type Try = { do: Step["do"]; here: boolean; which: number; ms: number; flag: boolean };

const anyTry: fc.Arbitrary<Try> = fc.record({
  do: fc.constantFrom<Step["do"]>(
    ...(["begin", "next", "next", "back", "go", "open", "open", "close", "show", "hide", "blank"] as const),
    ...(["start-timer", "stop-timer", "expire-timer", "mark", "end", "undo", "undo"] as const),
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
      return { do: what, slideId, endsAt: flag ? now + ms : null };
    case "go":
    case "close":
    case "show":
    case "hide":
      return { do: what, slideId };
    case "blank":
      return { do: what, blank: flag };
    case "start-timer":
      return { do: what, endsAt: now + ms, closesPrompt: flag };
    case "expire-timer":
      return { do: what, endsAt: (here ? state.timer?.endsAt : undefined) ?? now + ms };
    case "mark":
      return { do: what, cardId: `card-${which}`, mark: flag ? "hidden" : "none" };
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
function play(deck: Deck, tries: Try[], look: (moment: Moment) => void, first = newSession()): SessionState {
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
      const first: SessionState = { ...newSession(), release: live ? "live" : "closing" };
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
      if (!("slideId" in step) || step.do === "go" || !after) return;
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
      open: (slideId: string) => ({ do: "open", slideId, endsAt: null }),
      close: (slideId: string) => ({ do: "close", slideId }),
      show: (slideId: string) => ({ do: "show", slideId }),
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
      const there = walk("next", takeStep(newSession(), deck, { do: "begin" }, start));
      expect(there.visited).toEqual(places);
      expect(walk("back", there.state).visited).toEqual(places.toReversed());
    }),
  );
});

test("R1: a new session is in the lobby, with nothing behind it", () => {
  const state = newSession();
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
    { do: "open", slideId: "choice", endsAt: null },
    { do: "close", slideId: "choice" },
    { do: "show", slideId: "choice" },
    { do: "open", slideId: "choice", endsAt: null },
  ];
  const state = steps.reduce((at, step) => takeStep(at, deck, step, start), newSession());
  expect(promptState(state, "choice")).toEqual({ phase: "open", shown: false });
});

test("R16: the end can be undone, and then what was open is open again", () => {
  const deck = deckOf([slideOf("open")]);
  const open = takeStep(
    takeStep(newSession(), deck, { do: "begin" }, start),
    deck,
    { do: "open", slideId: "open", endsAt: start + 10_000 },
    start,
  );
  const ended = takeStep(open, deck, { do: "end" }, start + 1);
  expect(ended).toMatchObject({ status: "ended", endedAt: start + 1, timer: null });
  expect(takeStep(ended, deck, { do: "undo" }, start + 2)).toEqual(open);
  expect(takeStep(ended, deck, { do: "undo" }, start + 10_000)).toEqual({ ...open, timer: null });
});

test("R10: a slide may be called like anything that JavaScript's objects have", () => {
  const deck = deckOf([slideOf("choice", "constructor")]);
  const live = takeStep(newSession(), deck, { do: "begin" }, start);
  expect(promptState(live, "constructor")).toEqual({ phase: "ready", shown: false });
  expect(nextAction(live, deck, false)).toBe("open");
});

test("content is no prompt, everything else is", () => {
  expect(everyKind.slides.filter(isPrompt).map(({ kind }) => kind)).toEqual([
    "choice",
    "scale",
    "words",
    "open",
  ]);
});

function positionOf({ status, index, step, blank, timer, prompts, marks }: SessionState): Position {
  return { status, index, step, blank, timer, prompts, marks };
}

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
    { do: "open", slideId: "choice", endsAt: null },
    { do: "show", slideId: "choice" },
    { do: "blank", blank: true },
  ];
  const shown = steps.reduce<SessionState>((state, step) => takeStep(state, deck, step, now), {
    ...newSession(),
    release: "live",
  });
  expect(promptState(shown, "choice")).toEqual({ phase: "open", shown: true });
  const back = withRelease(shown, "closing");
  expect(promptState(back, "choice")).toEqual({ phase: "open", shown: false });
  expect(promptState(takeStep(back, deck, { do: "undo" }, now), "choice").shown).toBe(false);
  expect(withRelease(shown, "live")).toEqual(shown);
});

test("R16: a timer that has rung leaves nothing behind that undo would take back for nothing", () => {
  const deck = deckOf([slideOf("content", "one"), slideOf("content", "two")]);
  const run = (state: SessionState, step: Step, now: number) => takeStep(state, deck, step, now);
  const at = run(run(newSession(), { do: "begin" }, start), { do: "next" }, start);
  const timed = run(at, { do: "start-timer", endsAt: start + 5000, closesPrompt: false }, start);
  expect(undoable(timed, start)).toBe("timer");
  const rung = run(timed, { do: "expire-timer", endsAt: start + 5000 }, start + 5000);
  expect(undoable(rung, start + 5000)).toBe("move");
  expect(run(rung, { do: "undo" }, start + 5000).index).toBe(0);
});
