import type { LiveState } from "@/app/_client/live";
import {
  choice,
  content,
  continuum,
  longContent,
  open,
  pair,
  pause,
  rank,
  recall,
  reflect,
  scale,
  slides,
  sort,
  words,
} from "@/app/dev/screens/console/deck";
import { roomOf, slideViewOf } from "@/app/dev/screens/console/room";
import type { Slide, Tally, TallyOf } from "@/protocol/kinds";
import type { Html } from "@/protocol/kinds/base";
import type { Card } from "@/protocol/kinds/open";
import { grace } from "@/protocol/limits";
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
    languages: ["en", "es"],
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
      spent: index + 1 < place && entry.kind !== "pair" ? minutes(entry.minutes) : 0,
    })),
    slide,
    step: 0,
    steps: slide.bodies.length,
    upNext: slides[place] ?? null,
    prompt: null,
    minimum: 5,
    release: "closing",
    releaseFixed: false,
    settings: { filter: true, approve: false, questions: "shown", grace: grace.usual },
    support: [],
    questionsShown: false,
    translations: [
      { language: "en", missing: [] },
      { language: "es", missing: [] },
    ],
    nextAction: "next",
    undo: "move",
    ...change,
  };
  const seen: ConsoleView = { ...made, room: roomOf(made) };
  const view = change.room ? { ...seen, room: { ...seen.room, ...change.room } } : seen;
  return {
    view,
    link: "online",
    refusal: null,
    skew: 0,
    facilitatorHere: true,
    phones: 12,
    screens: 1,
    counted: null,
    questions: null,
    questionsChanged: 0,
    pulse: null,
    signInEnded: false,
    ...around,
  };
}

const prompt = (change: Partial<Prompt> = {}): { prompt: Prompt } => ({
  prompt: {
    id: "now" as Prompt["id"],
    round: 1,
    phase: "ready",
    shown: false,
    responses: 0,
    results: null,
    waiting: 0,
    earlier: null,
    hands: null,
    again: change.phase === "closed",
    ...change,
  },
});

const card = (nth: number, text: string, change: Partial<Card> = {}): Card => ({
  id: `${String(nth).padStart(8, "0")}-0000-4000-8000-000000000000` as Card["id"],
  text,
  language: "en",
  mark: "none",
  held: false,
  theme: null,
  ...change,
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
const word = (text: string, count: number, change: Partial<TallyOf<"words">["words"][number]> = {}) => ({
  text,
  count,
  mark: "none" as const,
  held: false,
  ...change,
});
const cloud: Tally = {
  kind: "words",
  responses: 9,
  words: [
    word("hungry", 5),
    word("noisy", 4),
    word("tired", 4),
    word("homework", 2),
    word("close", 1),
    word("almost done", 1),
    word("too much", 1),
    word("damn", 1, { held: true }),
    word("crap", 1, { mark: "hidden" }),
  ],
};
const themes = [
  { id: "evening", name: "Evenings" },
  { id: "calm", name: "Coming back to calm" },
  { id: "together", name: "Time for the two of us, without anything that lights up or rings" },
];
const wall: TallyOf<"open"> = {
  kind: "open",
  responses: 9,
  themes,
  cards: [
    card(1, "Put the phone in the drawer from six to seven.", { mark: "pinned", theme: "evening" }),
    card(2, "Read one page, even when it is late.", { theme: "evening" }),
    card(3, "Say sorry first."),
    card(4, "Breathe out before I open the door after work, and only then go in. My son waits behind it.", {
      theme: "calm",
    }),
    card(5, "Caminar a casa despacio los viernes.", { language: "es" }),
    card(6, "A name that should not be here", { mark: "hidden" }),
    card(7, "Not give a damn about the dishes for once.", { held: true }),
    card(8, "أن أتنفس قبل أن أجيب.", { language: "ar" }),
    card(9, "Ask my sister to come on Thursdays, so that there is one evening a week when nobody needs me."),
  ],
};
const fresh: Tally = { ...wall, themes: [], cards: wall.cards.map((each) => ({ ...each, theme: null })) };
/** A large room that writes much. */
const crowd: Tally = {
  kind: "open",
  responses: 60,
  themes: Array.from({ length: 12 }, (_, nth) => ({ id: `t${nth}`, name: `Theme number ${nth + 1}` })),
  cards: Array.from({ length: 60 }, (_, nth) =>
    card(
      nth + 1,
      nth % 7 === 3
        ? "When he throws himself on the floor in the shop I am going to sit down beside him, say nothing for as long as it takes, and let people look. ".repeat(
            3,
          )
        : "Five minutes on the stairs before supper, just the two of us.",
      { theme: nth % 3 === 0 ? `t${nth % 12}` : null },
    ),
  ),
};
const sorted: Tally = {
  kind: "sort",
  responses: 12,
  statements: [
    [11, 1],
    [4, 8],
    [9, 3],
  ],
};
const calmer: Tally = {
  kind: "scale",
  responses: 9,
  statements: [
    { counts: [0, 2, 3, 3, 1], median: 3 },
    { counts: [0, 0, 2, 4, 3], median: 4 },
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
        timer: { startsAt: Date.now(), endsAt: Date.now() + 95_000, closesPrompt: true },
      },
      { counted: { promptId: "now" as Prompt["id"], responses: 7 } },
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
      ...prompt({ phase: "closed", responses: 9, results: wall }),
      nextAction: "show",
      undo: "card",
      upNext: null,
    }),
  "open-shown": () =>
    live(open, {
      ...prompt({ phase: "closed", shown: true, responses: 9, results: wall }),
      nextAction: "end",
      undo: "show",
      upNext: null,
    }),
  "open-fresh": () => live(open, prompt({ phase: "closed", responses: 9, results: fresh })),
  "open-crowd": () =>
    live(open, { ...prompt({ phase: "closed", shown: true, responses: 60, results: crowd }), undo: "theme" }),
  "choice-again": () =>
    live(choice, {
      ...prompt({ phase: "closed", shown: true, responses: 9, results: bars }),
      nextAction: "again",
      undo: "show",
    }),
  "choice-second": () =>
    live(choice, {
      ...prompt({
        round: 2,
        phase: "closed",
        shown: true,
        responses: 10,
        results: { kind: "choice", responses: 10, counts: [0, 7, 3, 0] },
        earlier: bars,
        again: false,
        hands: { kind: "choice", voices: 2, counts: [0, 2, 0, 0] },
      }),
      undo: "show",
    }),
  "scale-compared": () =>
    live(scale, {
      ...prompt({ phase: "closed", shown: true, responses: 9, results: calmer, earlier: ratings }),
      undo: "show",
    }),
  "sort-hands": () =>
    live(sort, {
      ...prompt({
        phase: "closed",
        responses: 12,
        results: sorted,
        hands: {
          kind: "sort",
          voices: 3,
          statements: [
            [3, 0],
            [1, 2],
            [2, 1],
          ],
        },
      }),
      nextAction: "show",
    }),
  "continuum-open": () =>
    live(continuum, { ...prompt({ phase: "open", responses: 4 }), nextAction: "close" }),
  "rank-open": () =>
    live(rank, {
      ...prompt({
        phase: "open",
        responses: 6,
        hands: {
          kind: "rank",
          orders: [{ order: ["do", "together", "beside", "near", "ask"], voices: 2 }],
        },
      }),
      nextAction: "close",
    }),
  "reflect-open": () => live(reflect, { ...prompt({ phase: "open", responses: 5 }), nextAction: "close" }),
  "pause-ready": () => live(pause, { ...prompt(), nextAction: "open" }),
  "pause-running": () =>
    live(pause, {
      ...prompt({ phase: "open" }),
      nextAction: "close",
      undo: "open",
      timer: { startsAt: Date.now() - 20_000, endsAt: Date.now() + 100_000, closesPrompt: true },
    }),
  "pause-over": () => live(pause, prompt({ phase: "closed", again: false })),
  "pair-ready": () => live(pair, { ...prompt(), nextAction: "open" }),
  "pair-running": () =>
    live(pair, {
      ...prompt({ phase: "open" }),
      nextAction: "close",
      undo: "open",
      timer: { startsAt: Date.now() - 20_000, endsAt: Date.now() + 160_000, closesPrompt: true },
    }),
  recall: () =>
    live(recall, {
      room: {
        slide: slideViewOf(recall, { step: 0, language: "en", revealed: true }),
        prompt: null,
        recalled: {
          slide: slideViewOf(scale, { step: 0, language: "en", revealed: true }),
          results: calmer,
          earlier: ratings,
        },
      },
      upNext: null,
      nextAction: "end",
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
