import type { LiveState } from "@/app/_client/live";
import { choice, content, longContent, open, scale, slides, words } from "@/app/dev/screens/console/deck";
import { roomOf } from "@/app/dev/screens/console/room";
import type { Slide, Tally } from "@/protocol/kinds";
import type { Html } from "@/protocol/kinds/base";
import type { ConsoleView } from "@/protocol/views";

type State = LiveState<ConsoleView>;
type Prompt = NonNullable<ConsoleView["prompt"]>;

const minutes = (count: number) => count * 60_000;

/** A live console on `slide`; times are counted back from now, so that clocks show the same always. */
function live(slide: Slide, change: Partial<ConsoleView> = {}, around: Partial<State> = {}): State {
  const at = Date.now();
  const place = Math.max(1, slides.findIndex((entry) => entry.id === slide.id) + 1);
  const made: Omit<ConsoleView, "room"> = {
    audience: "console",
    rev: 41,
    at,
    status: "live",
    title: "Close enough, often enough",
    language: "en",
    place,
    slides: slides.length,
    blank: false,
    timer: null,
    id: "6f1de86c-70f2-4f7e-b4cf-6f1f6f3f5a10" as ConsoleView["id"],
    code: "48213907" as ConsoleView["code"],
    joinUrl: "http://192.168.1.20:3000/",
    screenPath: "/screen/6f1de86c-70f2-4f7e-b4cf-6f1f6f3f5a10?key=example",
    startedAt: at - minutes(12),
    endedAt: null,
    plannedMinutes: 22,
    plannedSoFar: slides.slice(0, place - 1).reduce((sum, entry) => sum + entry.minutes, 0),
    outline: slides.map((entry, index) => ({
      id: entry.id,
      part: entry.part,
      title: entry.title,
      kind: entry.kind,
      minutes: entry.minutes,
      phase: entry.kind === "content" ? null : index + 1 < place ? "closed" : "ready",
    })),
    slide,
    step: 0,
    steps: slide.bodies.length,
    upNext: slides[place] ?? null,
    prompt: null,
    minimum: 5,
    release: "closing",
    releaseFixed: false,
    nextAction: "next",
    undo: "move",
    ...change,
  };
  const view: ConsoleView = { ...made, room: roomOf(made) };
  return {
    view,
    link: "online",
    refusal: null,
    skew: 0,
    facilitatorHere: true,
    phones: 12,
    screens: 1,
    counted: null,
    signInEnded: false,
    ...around,
  };
}

const prompt = (change: Partial<Prompt> = {}): { prompt: Prompt } => ({
  prompt: { phase: "ready", shown: false, responses: 0, results: null, waiting: 0, ...change },
});

const card = (digit: number, text: string, mark: "none" | "pinned" | "hidden" = "none") => ({
  id: `0000000${digit}-0000-4000-8000-000000000000` as never,
  text,
  mark,
});

const bars: Tally = { kind: "choice", responses: 9, counts: [1, 3, 4, 1] };
const ratings: Tally = {
  kind: "scale",
  responses: 8,
  statements: [
    { counts: [3, 2, 2, 1, 0], median: 2 },
    { counts: [0, 1, 1, 4, 2], median: 4 },
  ],
};
const cloud: Tally = {
  kind: "words",
  responses: 9,
  words: [
    { text: "hungry", count: 5 },
    { text: "noisy", count: 4 },
    { text: "tired", count: 4 },
    { text: "homework", count: 2 },
    { text: "close", count: 1 },
    { text: "almost done", count: 1 },
    { text: "too much", count: 1 },
  ],
};
const wall: Tally = {
  kind: "open",
  responses: 6,
  cards: [
    card(1, "Put the phone in the drawer from six to seven.", "pinned"),
    card(2, "Read one page, even when it is late."),
    card(3, "Say sorry first."),
    card(4, "Breathe out before I open the door after work, and only then go in. My son waits behind it."),
    card(5, "Walk home the long way on Fridays."),
    card(6, "A name that should not be here", "hidden"),
  ],
};

const lobby = {
  status: "lobby",
  place: 0,
  slide: null,
  startedAt: null,
  plannedSoFar: 0,
  minimum: null,
  steps: 1,
  upNext: scale,
  nextAction: "begin",
  undo: null,
} as const;

/** Every state of the console, by the name of its screen. */
export const states: Record<string, () => State> = {
  lobby: () => live(scale, lobby, { phones: 0, screens: 0 }),
  "lobby-filling": () => live(scale, { ...lobby, release: "live" }, { phones: 7, screens: 1 }),
  content: () => live(content, { step: 2 }),
  "content-last-line": () => live(content, { step: 3, startedAt: Date.now() - minutes(5) }),
  long: () => live(longContent, { upNext: longContent, title: longContent.title, undo: "hide" }),
  "no-notes": () => live({ ...content, notes: "" as Html }, { undo: null, step: 3 }),
  blank: () => live(content, { blank: true, undo: "blank" }),
  "choice-ready": () => live(choice, { ...prompt(), nextAction: "open", minimum: null }),
  "choice-open": () =>
    live(
      choice,
      {
        ...prompt({ phase: "open", responses: 3 }),
        nextAction: "close",
        undo: "open",
        timer: { endsAt: Date.now() + 95_000, closesPrompt: true },
      },
      { counted: { slideId: choice.id, responses: 7 } },
    ),
  "choice-held": () =>
    live(choice, { ...prompt({ phase: "closed", responses: 3 }), undo: "close" }, { phones: 12, screens: 0 }),
  "choice-closed": () =>
    live(choice, {
      ...prompt({ phase: "closed", responses: 9, results: bars }),
      nextAction: "show",
      undo: "close",
    }),
  "choice-shown": () =>
    live(choice, {
      ...prompt({ phase: "closed", shown: true, responses: 11, results: bars, waiting: 2 }),
      undo: "show",
    }),
  "choice-shown-held": () =>
    live(choice, { ...prompt({ phase: "closed", shown: true, responses: 2 }), undo: "show" }),
  "scale-shown": () =>
    live(scale, {
      ...prompt({ phase: "closed", shown: true, responses: 8, results: ratings }),
      undo: "show",
    }),
  "words-shown": () =>
    live(words, { ...prompt({ phase: "closed", shown: true, responses: 9, results: cloud }), undo: "show" }),
  "words-live": () =>
    live(words, {
      ...prompt({ phase: "open", shown: true, responses: 11, results: cloud, waiting: 2 }),
      release: "live",
      nextAction: "close",
    }),
  "open-closed": () =>
    live(open, {
      ...prompt({ phase: "closed", responses: 6, results: wall }),
      nextAction: "show",
      undo: "card",
      upNext: null,
    }),
  "open-shown": () =>
    live(open, {
      ...prompt({ phase: "closed", shown: true, responses: 6, results: wall }),
      nextAction: "end",
      undo: "show",
      upNext: null,
    }),
  offline: () => live(content, { step: 1 }, { link: "offline" }),
  unreachable: () => live(content, { step: 1 }, { link: "unreachable" }),
  stopping: () => live(content, { step: 1 }, { link: "stopping" }),
  connecting: () => live(content, { step: 1 }, { link: "connecting", phones: 0, screens: 0 }),
  refused: () => live(content, {}, { link: "refused", refusal: "not_found" }),
  "signed-out": () => live(content, { step: 1 }, { link: "unreachable", signInEnded: true }),
  ended: () =>
    live(open, { status: "ended", code: null, endedAt: Date.now(), nextAction: "none", undo: "end" }),
  "ended-for-good": () =>
    live(open, { status: "ended", code: null, endedAt: Date.now(), nextAction: "none", undo: null }),
};
