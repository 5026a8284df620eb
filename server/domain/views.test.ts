import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { joinCode, responseId, sessionId } from "@/protocol/ids";
import type { ResponseValue } from "@/protocol/kinds";
import type { SessionState } from "@/protocol/sessions";
import { type Facts, promptsInView } from "@/server/domain/facts";
import { isPrompt } from "@/server/domain/kinds";
import { currentSlide } from "@/server/domain/positions";
import { newSession, type Step, takeStep } from "@/server/domain/session";
import { consoleViewOf, phoneViewOf as phoneIn, screenViewOf } from "@/server/domain/views";
import { deckOf, everyKind, slideOf } from "@/tests/support/decks";
import { publishedOf } from "@/tests/support/published";

const now = 1_700_000_000_000;
const code = joinCode.parse("48215937");
const id = sessionId.parse("5f1c8a52-7a0e-4a67-9d6e-0f4f6e6f2b11");
const cardId = (n: number) => responseId.parse(`00000000-0000-4000-8000-00000000000${n}`);

const lobby = () => newSession({ language: "en", support: [] });
const phoneViewOf = (facts: Facts) => phoneIn(facts, "en");

function stateAfter(...steps: Step[]): SessionState {
  return steps.reduce((state, step) => takeStep(state, everyKind, step, now), lobby());
}

const answers: Record<string, ResponseValue> = {
  choice: { kind: "choice", options: ["a"] },
  scale: { kind: "scale", ratings: { a: 1, b: 5 } },
  words: { kind: "words", words: ["hug"] },
  open: { kind: "open", text: "A text that somebody wrote", language: "en" },
  sort: { kind: "sort", bins: { a: "a", b: "b", c: "a" } },
  continuum: { kind: "continuum", places: { a: 10, b: 90 } },
  rank: { kind: "rank", order: ["a", "b", "c"] },
  reflect: { kind: "reflect" },
};

/** A room at this state, with three published responses to the current prompt unless `published` is 0. */
function factsOf(state: SessionState, published = 3, changes: Partial<Facts> = {}): Facts {
  const value = answers[currentSlide(state, everyKind)?.kind ?? ""];
  const released = value ? Array.from({ length: published }, (_, n) => ({ id: cardId(n), value })) : [];
  return {
    session: { id, deck: everyKind, code, rev: 7, state },
    prompt: { responses: 4, waiting: 4 - published },
    released: new Map(promptsInView(state, everyKind).map((promptId) => [promptId, publishedOf(released)])),
    isRough: () => false,
    anyResponse: true,
    facilitatorHere: true,
    joinUrl: "http://192.168.1.7:3000/",
    screenPath: "/screen/secret-screen-path",
    textDays: 90,
    now,
    ...changes,
  };
}

const shownAt = (slideId: string) =>
  stateAfter(
    { do: "go", slideId },
    { do: "open", slideId },
    { do: "close", slideId },
    { do: "show", slideId },
  );

/** Every key of a value, as a path; what stands in lists counts once. */
function keysOf(value: unknown, path = ""): string[] {
  if (Array.isArray(value)) return [...new Set(value.flatMap((item) => keysOf(item, `${path}[]`)))];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const here = path ? `${path}.${key}` : key;
    return [here, ...keysOf(inner, here)];
  });
}

const common = [
  "audience",
  "rev",
  "at",
  "status",
  "title",
  "language",
  "languages",
  "place",
  "slides",
  "blank",
  "timer",
];
const slideKeys = ["id", "part", "title", "body", "explanation", "language", "kind"];
const inRoom = (kind: string[], results: string[]) => [
  ...["slide", ...[...slideKeys, ...kind].map((key) => `slide.${key}`)],
  ...["prompt", ...["id", "round", "phase", "heldBack", "earlier"].map((key) => `prompt.${key}`), "recalled"],
  ...["prompt.results", ...["kind", "responses", ...results].map((key) => `prompt.results.${key}`)],
];
const item = (list: string) => [list, `${list}[].id`, `${list}[].text`];
const statements = ["statements", "statements[].counts", "statements[].median"];
const rooms: Record<string, string[]> = {
  choice: inRoom([...item("options"), "pick", "ranked", "correct"], ["counts"]),
  scale: inRoom([...item("statements"), "points", "low", "high"], statements),
  words: inRoom(["count"], ["words", ...["text", "count", "mark", "held"].map((key) => `words[].${key}`)]),
  open: inRoom(
    [],
    [
      "cards",
      ...["id", "text", "language", "mark", "held", "theme"].map((key) => `cards[].${key}`),
      "themes",
    ],
  ),
  sort: inRoom([...item("bins"), ...item("statements"), "correct", "correct.a"], ["statements"]),
  continuum: inRoom(
    [...item("zones"), "edges", ...item("scenarios")],
    ["scenarios", ...["density", "zones", "median", "lower", "upper"].map((key) => `scenarios[].${key}`)],
  ),
  rank: inRoom([...item("items"), "first", "last", "correct"], ["items", "items[].mean", "items[].places"]),
  reflect: inRoom(["starter", "intention"], []),
};

describe.each(Object.keys(rooms))("R22: at a %s whose results are shown", (slideId) => {
  const facts = factsOf(shownAt(slideId));

  test("the phone has exactly these keys", () => {
    const promise = ["promise", "promise.release", "promise.textDays"];
    const keys = [...common, ...promise, "support", "questions", "facilitatorHere"];
    expect(keysOf(phoneViewOf(facts)).sort()).toEqual([...keys, ...(rooms[slideId] ?? [])].sort());
  });

  test("the screen has exactly these keys", () => {
    const keys = [...common, "code", "joinUrl", "questionsShown", "facilitatorHere"];
    expect(keysOf(screenViewOf(facts)).sort()).toEqual([...keys, ...(rooms[slideId] ?? [])].sort());
  });
});

test("R22: the console has exactly these keys", () => {
  const base = ["id", "part", "title", "bodies", "notes", "minutes", "explanation", "kind"];
  const prompt = [...base, "rounds", "compare"];
  const choice = [...prompt, ...item("options"), "pick", "correct", "from"];
  const sort = [...prompt, ...item("bins"), ...item("statements"), "correct", "correct.a"];
  const keys = [
    ...common,
    ...["id", "code", "joinUrl", "screenPath", "startedAt", "endedAt", "plannedMinutes", "plannedSoFar"],
    ...[
      "outline",
      ...["id", "part", "title", "kind", "minutes", "phase", "spent"].map((key) => `outline[].${key}`),
    ],
    ...["slide", ...choice.map((key) => `slide.${key}`), "upNext", ...sort.map((key) => `upNext.${key}`)],
    ...["step", "steps", "minimum", "release", "releaseFixed", "nextAction", "undo"],
    ...[
      "settings",
      "settings.filter",
      "settings.approve",
      "settings.questions",
      "settings.grace",
      "support",
      "questionsShown",
    ],
    ...["translations", "translations[].language", "translations[].missing"],
    "prompt",
    ...["id", "round", "phase", "shown", "responses", "waiting", "earlier", "hands", "again"].map(
      (key) => `prompt.${key}`,
    ),
    ...["results", "results.kind", "results.responses", "results.counts"].map((key) => `prompt.${key}`),
    ...["room", ...(rooms.choice ?? []).map((key) => `room.${key}`)],
  ];
  expect(keysOf(consoleViewOf(factsOf(shownAt("choice")))).sort()).toEqual(keys.sort());
});

/** Steps that lead anywhere in the class, mostly at the prompt where the room is; some are refused on the way. */
const anyState: fc.Arbitrary<SessionState> = fc
  .array(
    fc.oneof(
      fc.constantFrom<Step>({ do: "next" }, { do: "next" }, { do: "end" }, { do: "undo" }),
      fc.constantFrom(...everyKind.slides).map(({ id: slideId }): Step => ({ do: "go", slideId })),
      { weight: 3, arbitrary: fc.constantFrom("open", "close", "show", "hide", "mark") },
    ),
    { maxLength: 40, size: "max" },
  )
  .map((steps) => {
    let state = lobby();
    for (const step of steps)
      try {
        state = takeStep(state, everyKind, typeof step === "string" ? hereOf(step, state) : step, now);
      } catch {
        // Refused: the room stays where it is.
      }
    return state;
  });

function hereOf(what: string, state: SessionState): Step {
  if (what === "mark") return { do: "mark", key: cardId(0), mark: "hidden" };
  return { do: what, slideId: currentSlide(state, everyKind)?.id ?? "" } as Step;
}

test("the console's picture of the room is what the screen shows, whatever is tried", () => {
  inAnyState((_, facts) => {
    const { slide, prompt, recalled } = screenViewOf(facts);
    expect(consoleViewOf(facts).room).toEqual({ slide, prompt, recalled });
  });
});

const inAnyState = (look: (state: SessionState, facts: Facts) => void) =>
  fc.assert(
    fc.property(anyState, fc.constantFrom(0, 3, 4), (state, published) =>
      look(state, factsOf(state, published)),
    ),
    { numRuns: 200 },
  );

test("R22: neither phone nor screen ever hears of notes, of the owner's links or of what comes next", () => {
  inAnyState((state, facts) => {
    const current = currentSlide(state, everyKind)?.id;
    for (const view of [phoneViewOf(facts), screenViewOf(facts)]) {
      const text = JSON.stringify(view);
      expect(text).not.toMatch(/Notes of|secret-screen-path/);
      expect(text).not.toContain(id);
      for (const slide of everyKind.slides)
        if (slide.id !== current)
          expect(text).not.toMatch(new RegExp(`(Title|Body \\d|Explanation) of ${slide.id}\\b`));
    }
    expect(JSON.stringify(phoneViewOf(facts))).not.toContain(code);
  });
});

test("R46: right answers and explanations reach the room with the shown results of a closed prompt alone", () => {
  inAnyState((state, facts) => {
    const slide = currentSlide(state, everyKind);
    const prompt = state.prompts[slide?.id ?? ""];
    const revealed = state.status === "live" && prompt?.phase === "closed" && prompt.shown;
    for (const view of [phoneViewOf(facts), screenViewOf(facts)]) {
      const asks = slide !== undefined && isPrompt(slide);
      expect(JSON.stringify(view).includes("Explanation of")).toBe(revealed && asks);
      if (view.slide?.kind === "choice") expect(view.slide.correct).toEqual(revealed ? ["c"] : []);
    }
  });
});

test("R14: the room sees results when they are shown, and the guard's word when it holds them", () => {
  inAnyState((state, facts) => {
    const prompt =
      state.status === "live" ? state.prompts[currentSlide(state, everyKind)?.id ?? ""] : undefined;
    for (const view of [phoneViewOf(facts), screenViewOf(facts)]) {
      const there = [...facts.released.values()].some((released) => released.sums.responses > 0);
      expect(view.prompt?.results != null).toBe(prompt?.shown === true && there);
      expect(view.prompt?.heldBack ?? false).toBe(prompt?.shown === true && !there);
    }
  });
});

test("R45: a hidden card reaches the console and nobody else", () => {
  const released = ["Hide me", "Show me", "And me"].map((text, n) => ({
    id: cardId(n),
    value: { kind: "open" as const, text, language: "en" },
  }));
  const hidden = takeStep(shownAt("open"), everyKind, { do: "mark", key: cardId(0), mark: "hidden" }, now);
  const facts = { ...factsOf(hidden), released: new Map([["open", publishedOf(released)]]) };
  for (const view of [phoneViewOf(facts), screenViewOf(facts)]) {
    expect(JSON.stringify(view)).not.toContain("Hide me");
    expect(JSON.stringify(view)).toContain("Show me");
  }
  expect(JSON.stringify(consoleViewOf(facts))).toContain("Hide me");
});

test("in the lobby and after the end there is no slide on phone and screen", () => {
  inAnyState((state, facts) => {
    for (const view of [phoneViewOf(facts), screenViewOf(facts)]) {
      expect(view.slide === null).toBe(state.status !== "live");
      if (state.status !== "live") expect(view.prompt).toBeNull();
      expect(view.place).toBe(state.status === "lobby" ? 0 : state.index + 1);
    }
  });
});

test("R2: the code is given out only while it leads somewhere", () => {
  inAnyState((state, facts) => {
    const expected = state.status === "ended" ? null : code;
    expect(screenViewOf(facts).code).toBe(expected);
    expect(consoleViewOf(facts).code).toBe(expected);
  });
});

test("R31: without a release nobody sees a result, and the count is there all the same", () => {
  const console = consoleViewOf(factsOf(shownAt("open"), 0));
  expect(console.prompt).toMatchObject({ results: null, responses: 4, waiting: 4 });
  expect(JSON.stringify(console)).not.toContain("somebody wrote");
});

test("the console knows what comes next, what undo takes back, and how the plan stands", () => {
  const before = consoleViewOf(factsOf(lobby()));
  expect(before).toMatchObject({ slide: null, place: 0, nextAction: "begin", undo: null, plannedSoFar: 0 });
  expect(before.upNext?.id).toBe("welcome");

  const first = consoleViewOf(factsOf(stateAfter({ do: "begin" })));
  expect(first).toMatchObject({ step: 0, steps: 3, nextAction: "next", undo: "move", plannedMinutes: 24 });
  expect(first.upNext?.id).toBe("choice");

  const last = consoleViewOf(factsOf(stateAfter({ do: "go", slideId: "farewell" })));
  expect(last).toMatchObject({ upNext: null, nextAction: "end", plannedSoFar: 22 });
});

test("R35: the console says when live release can no longer be chosen", () => {
  const state = stateAfter({ do: "begin" });
  expect(consoleViewOf(factsOf(state, 0, { anyResponse: false })).releaseFixed).toBe(false);
  expect(consoleViewOf(factsOf(state, 0, { anyResponse: true })).releaseFixed).toBe(true);
});

test("R61: beside the second round stand the results of the first, and of a later measure those of the earlier", () => {
  const deck = deckOf([
    { ...slideOf("choice"), rounds: 2 },
    slideOf("scale", "before"),
    { ...slideOf("scale", "after"), compare: slideOf("scale", "before").id },
  ]);
  const at = (...steps: Step[]) => steps.reduce((state, step) => takeStep(state, deck, step, now), lobby());
  const facts = (state: SessionState): Facts => {
    const value = answers[currentSlide(state, deck)?.kind ?? ""] as ResponseValue;
    const base = factsOf(state);
    const released: Facts["released"] = new Map(
      promptsInView(state, deck).map((promptId, n) => [promptId, publishedOf([{ id: cardId(n), value }])]),
    );
    return { ...base, session: { ...base.session, deck }, released };
  };
  const round = (what: "open" | "again", slideId: string): Step[] => [
    { do: what, slideId },
    { do: "close", slideId },
    { do: "show", slideId },
  ];
  const first = screenViewOf(facts(at({ do: "begin" }, ...round("open", "choice"))));
  expect(first.prompt).toMatchObject({ id: "choice", round: 1, earlier: null });
  // R46: what is right waits for the round that the class has planned.
  expect(first.slide).toMatchObject({ correct: [], explanation: "" });
  const second = screenViewOf(
    facts(at({ do: "begin" }, ...round("open", "choice"), ...round("again", "choice"))),
  );
  expect(second.prompt).toMatchObject({ id: "choice.2", round: 2, earlier: { kind: "choice" } });
  expect(second.slide).toMatchObject({ correct: ["c"] });
  const after = screenViewOf(facts(at({ do: "go", slideId: "after" }, ...round("open", "after"))));
  expect(after.prompt?.earlier).toMatchObject({ kind: "scale", responses: 1 });
});

test("R61: a content slide shows an earlier prompt's released results again, as the room may see them", () => {
  const deck = deckOf([slideOf("open"), { ...slideOf("content", "later"), recall: slideOf("open").id }]);
  const at = (...steps: Step[]) => steps.reduce((state, step) => takeStep(state, deck, step, now), lobby());
  const state = at(
    { do: "begin" },
    { do: "open", slideId: "open" },
    { do: "next" },
    { do: "mark", key: cardId(0), mark: "hidden" },
  );
  const released = ["Hide me", "Show me"].map((text, n) => ({
    id: cardId(n),
    value: { kind: "open" as const, text, language: "en" },
  }));
  const base = factsOf(state);
  const facts = {
    ...base,
    session: { ...base.session, deck },
    released: new Map([["open", publishedOf(released)]]),
  };
  for (const view of [phoneViewOf(facts), screenViewOf(facts)]) {
    expect(view.recalled?.slide.id).toBe("open");
    expect(JSON.stringify(view.recalled)).toContain("Show me");
    expect(JSON.stringify(view)).not.toContain("Hide me");
  }
  const none = { ...facts, released: new Map() };
  expect(screenViewOf(none).recalled).toMatchObject({ results: null });
});

test("R46: a recalled prompt keeps what is right for the round that the class has planned", () => {
  const deck = deckOf([
    { ...slideOf("choice"), rounds: 2 },
    { ...slideOf("content", "later"), recall: slideOf("choice").id },
  ]);
  const recalledAfter = (...steps: Step[]) => {
    const state = [{ do: "begin" } as Step, ...steps, { do: "next" } as Step].reduce(
      (before, step) => takeStep(before, deck, step, now),
      lobby(),
    );
    const base = factsOf(state);
    return screenViewOf({ ...base, session: { ...base.session, deck } }).recalled?.slide;
  };
  const first: Step[] = [
    { do: "open", slideId: "choice" },
    { do: "close", slideId: "choice" },
  ];
  expect(recalledAfter(...first)).toMatchObject({ correct: [], explanation: "" });
  expect(recalledAfter(...first, { do: "again", slideId: "choice" })).toMatchObject({ correct: ["c"] });
});

test("R10: the console shows a slide called like anything that JavaScript's objects have", () => {
  const deck = deckOf([slideOf("choice", "constructor")]);
  const base = factsOf(takeStep(lobby(), deck, { do: "begin" }, now));
  const view = consoleViewOf({ ...base, session: { ...base.session, deck } });
  expect(view).toMatchObject({ prompt: { hands: null }, outline: [{ spent: 0 }] });
});

test("R60: each phone has the class in its own language, and a slide that is not translated in the class's", () => {
  const deck = {
    ...deckOf([slideOf("choice"), slideOf("content", "only")]),
    translations: {
      es: {
        title: "Una clase",
        summary: "",
        handout: "" as never,
        guide: "" as never,
        slides: { choice: { ...slideOf("choice"), title: "Título" } },
      },
    },
  };
  const state = takeStep(lobby(), deck, { do: "begin" }, now);
  const base = factsOf(state);
  const facts = { ...base, session: { ...base.session, deck } };
  expect(phoneIn(facts, "es-MX")).toMatchObject({
    title: "Una clase",
    language: "es",
    languages: ["en", "es"],
    slide: { title: "Título", language: "es" },
  });
  expect(phoneIn(facts, "fr")).toMatchObject({ language: "en", slide: { title: "Title of choice" } });
  const next = { ...facts, session: { ...facts.session, state: takeStep(state, deck, { do: "next" }, now) } };
  expect(phoneIn(next, "es")).toMatchObject({
    language: "es",
    slide: { title: "Title of only", language: "en" },
  });
  expect(consoleViewOf(facts).translations).toEqual([
    { language: "en", missing: [] },
    { language: "es", missing: ["Title of only"] },
  ]);
});
