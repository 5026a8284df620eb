import * as placing from "@/app/dev/screens/placing-slides";
import * as slides from "@/app/dev/screens/room-slides";
import type { ClassCard, ClassPage } from "@/protocol/classes";
import type { SlideView, TallyOf } from "@/protocol/kinds";
import type { Html } from "@/protocol/kinds/base";
import type { Question } from "@/protocol/questions";
import type { PromptSummary, SessionCard, Share, SharedSummary, Summary } from "@/protocol/summaries";

/** Classes, sessions and summaries for the screens with fixed data. */
const id = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, "0")}`;
const day = 24 * 60 * 60_000;
const evening = Date.UTC(2026, 10, 24, 18);

export const classes: ClassCard[] = [
  {
    id: id(1) as ClassCard["id"],
    title: "Attachment, mindfulness and good-enough parenting",
    summary: "How a secure bond grows, why nobody has to be perfect for it, and what a calm minute can do.",
    language: "en",
    languages: [
      { language: "en", missing: [] },
      { language: "es", missing: ["A base to leave from", "The calm eye of the storm", "One small thing"] },
    ],
    slides: 24,
    prompts: 9,
    minutes: 90,
  },
  {
    id: id(2) as ClassCard["id"],
    title: "Dormir sin peleas",
    summary: "Una tarde sobre el sueño de los pequeños.",
    language: "es",
    languages: [{ language: "es", missing: [] }],
    slides: 12,
    prompts: 0,
    minutes: 45,
  },
];

const session = (number: number, part: Partial<SessionCard>): SessionCard => ({
  id: id(100 + number) as SessionCard["id"],
  title: "Attachment, mindfulness and good-enough parenting",
  status: "ended",
  code: null,
  startedAt: evening - number * 9 * day,
  endedAt: evening - number * 9 * day + 97 * 60_000,
  createdAt: evening - number * 9 * day - 600_000,
  phones: 11,
  ...part,
});

export const running: SessionCard[] = [
  session(0, { status: "live", code: "48201937", endedAt: null, phones: 14 }),
];

export const past: SessionCard[] = [
  session(1, {}),
  session(2, { phones: 1, endedAt: evening - 2 * 9 * day + 40 * 60_000 }),
  session(3, { startedAt: null, phones: 0 }),
  session(5, { title: slides.longTitle }),
];

const prompt = (slide: PromptSummary["slide"], part: Partial<PromptSummary>): PromptSummary => ({
  slide,
  opened: true,
  responses: 0,
  results: null,
  round: 1,
  earlier: null,
  textDeleted: false,
  ...part,
});

const reflect: SlideView = {
  ...slides.content,
  id: "reflect" as never,
  title: "One small thing for this week",
  kind: "reflect",
  starter: "This week I will",
  intention: true,
};

const themed: TallyOf<"open"> = {
  ...slides.openTally,
  cards: slides.openTally.cards.map((card, index) => ({
    ...card,
    theme: index < 2 ? "breath" : index === 3 ? "song" : null,
  })),
  themes: [
    { id: "breath", name: "A moment to breathe" },
    { id: "song", name: "Something with the voice" },
  ],
};

const prompts: PromptSummary[] = [
  prompt(slides.words, { responses: 18, results: slides.wordsTally }),
  prompt(slides.choiceAnswered, {
    responses: 12,
    results: slides.choiceTally,
    round: 2,
    earlier: { ...slides.choiceTally, counts: [6, 2, 4, 1], responses: 13 },
  }),
  prompt(slides.scale, {
    responses: 14,
    results: slides.scaleTally,
    earlier: { kind: "scale", responses: 15, statements: [{ counts: [3, 5, 4, 2, 1], median: 2 }] },
  }),
  prompt(
    { ...slides.scaleMany, id: "scale-many" as never },
    { responses: 20, results: slides.scaleManyTally },
  ),
  prompt(slides.openSlide, { responses: 7, results: themed }),
  prompt(
    { ...slides.choice, id: "vote" as never, title: "Which of these would you try?", ranked: true },
    { responses: 12, results: slides.choiceTally },
  ),
  prompt(placing.sortRevealed, {
    responses: placing.sortTally.responses,
    results: placing.sortTally,
    round: 2,
    earlier: placing.sortEarlier,
  }),
  prompt(placing.rankRevealed, {
    responses: placing.rankTally.responses,
    results: placing.rankTally,
    round: 2,
    earlier: placing.rankEarlier,
  }),
  prompt(placing.continuum, {
    responses: placing.continuumTally.responses,
    results: placing.continuumTally,
    earlier: placing.continuumEarlier,
  }),
  prompt(reflect, { responses: 9, results: { kind: "reflect", responses: 9 } }),
  prompt(
    { ...slides.words, id: "words-again" as never },
    {
      responses: 3,
      round: 2,
      earlier: slides.wordsTally,
    },
  ),
  prompt({ ...slides.choice, id: "held" as never }, { responses: 3 }),
  prompt({ ...slides.words, id: "nobody" as never }, {}),
  prompt({ ...slides.openSlide, id: "unasked" as never }, { opened: false }),
];

const handout =
  "<h2>Three things for a hard evening</h2><ol><li>Breathe out longer than you breathe in.</li><li>Say what you see, quietly.</li><li>Begin again tomorrow.</li></ol><p>Put this where you see it when you make tea.</p>" as Html;

const parts = ["Arriving", "What attachment is", "Going home"];

function record(): Summary["record"] {
  return parts.flatMap((part, at) =>
    Array.from({ length: 4 }, (_, index) => ({
      id: `r${at}-${index}`,
      part,
      title: index === 2 ? slides.longTitle : `A slide of ${part.toLowerCase()}, number ${index + 1}`,
      kind: index === 1 ? "choice" : "content",
      planned: index + 1,
      spent: index === 3 ? 0 : index + 0.4 + at / 2,
      answered: index === 1 ? 0.7 + at / 10 : null,
    })),
  );
}

const question = (number: number, part: Partial<Question>): Question => ({
  id: id(300 + number) as Question["id"],
  text: "What do I do when my child only wants the other parent?",
  language: "en",
  votes: 5,
  mark: "none",
  held: false,
  answered: false,
  answer: "",
  ...part,
});

const asked: Question[] = [
  question(1, { mark: "pinned" }),
  question(2, {
    text: "¿Qué hago si no puedo con todo?",
    language: "es",
    votes: 1,
    answered: true,
    answer: "You are not alone with it. The family centre has an open hour on Tuesdays.",
  }),
  question(3, { text: "A hidden one", mark: "hidden" }),
  question(4, { text: "One that still waits", held: true }),
];

const page = (part: Partial<ClassPage>): ClassPage => ({
  card: classes[0] as ClassCard,
  language: "en",
  title: "Attachment, mindfulness and good-enough parenting",
  summary: (classes[0] as ClassCard).summary,
  handout,
  guide:
    `<h2>Guide: attachment</h2><h3>What you need</h3><ul><li>Water</li><li>Tissues</li></ul>${handout}` as Html,
  slides: [
    { ...slides.content, part: "Arriving" },
    { ...slides.scaleMany, part: "Arriving" },
    slides.choiceMany,
    placing.sortTen,
    { ...slides.choice, id: "themes" as never, title: "Which would you try?", options: [] },
    placing.continuumSix,
    placing.rank,
    { ...slides.words, part: "Going home" },
    { ...reflect, part: "Going home" },
  ],
  minutes: [2, 4, 3, 6.5, 2, 5, 4, 2, 3],
  ...part,
});

export const classPages = {
  usual: page({}),
  lacking: page({ language: "es", title: "El apego" }),
  arabic: page({
    language: "ar",
    title: "التعلّق",
    summary: "",
    slides: [placing.sortArabic, placing.rankArabic, placing.continuumArabic],
    minutes: [3, 4, 5],
  }),
  bare: page({
    card: classes[1] as ClassCard,
    title: slides.longTitle,
    handout: "" as Html,
    guide: "" as Html,
    slides: [slides.content],
    minutes: [3],
  }),
};

export const summary: Summary = {
  id: id(101) as Summary["id"],
  title: "Attachment, mindfulness and good-enough parenting",
  language: "en",
  status: "ended",
  startedAt: evening,
  endedAt: evening + 97 * 60_000,
  phones: 14,
  minimum: 5,
  prompts,
  record: record(),
  questions: asked,
  handout,
  site: "http://192.168.178.24:3000",
  shares: [],
};

export const shares: Share[] = [
  {
    id: id(201) as Share["id"],
    path: "/s/AAAAAAAAQACAAAAAAAAAAMk.3kq0cN0tXyQm1sVb7dE2aw",
    expiresAt: evening + 90 * day,
  },
];

export const sharedSummary: SharedSummary = {
  title: summary.title,
  language: "en",
  endedAt: summary.endedAt,
  prompts,
  handout,
};
