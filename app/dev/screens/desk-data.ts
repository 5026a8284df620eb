import * as slides from "@/app/dev/screens/room-slides";
import type { ClassCard } from "@/protocol/classes";
import type { Html } from "@/protocol/kinds/base";
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

const prompts: PromptSummary[] = [
  prompt(slides.words, { responses: 18, results: slides.wordsTally }),
  prompt(slides.choiceAnswered, { responses: 12, results: slides.choiceTally }),
  prompt(slides.scale, { responses: 14, results: slides.scaleTally }),
  prompt(
    { ...slides.scaleMany, id: "scale-many" as never },
    { responses: 20, results: slides.scaleManyTally },
  ),
  prompt(slides.openSlide, { responses: 7, results: slides.openTally }),
  prompt({ ...slides.choice, id: "held" as never }, { responses: 3 }),
  prompt({ ...slides.words, id: "nobody" as never }, {}),
  prompt({ ...slides.openSlide, id: "unasked" as never }, { opened: false }),
];

const handout =
  "<h2>Three things for a hard evening</h2><ol><li>Breathe out longer than you breathe in.</li><li>Say what you see, quietly.</li><li>Begin again tomorrow.</li></ol><p>Put this where you see it when you make tea.</p>" as Html;

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
  record: [],
  questions: [],
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
