import type { SlideView, SlideViewOf, TallyOf } from "@/protocol/kinds";
import type { Html } from "@/protocol/kinds/base";

/** Slides and tallies for the screens with fixed data: usual, long, and full to the limits. */
const html = (text: string) => text as Html;
const base = (id: string, title: string) => ({
  id: id as SlideView["id"],
  part: "Part 2 · What babies need",
  title,
  body: html(""),
  explanation: html(""),
  language: "en",
});

export const longTitle =
  "A very long title that an author wrote on a Friday evening and never shortened, about sleep, crying, siblings and grandparents in one single breath";

export const content: SlideViewOf<"content"> = {
  ...base("content", "Babies learn to be calm by being calmed"),
  kind: "content",
  body: html(
    "<p>A baby cannot settle alone. Again and again, someone <strong>notices, comes and comforts</strong>.</p><ul><li>Feeling seen</li><li>Feeling safe</li><li>Being soothed</li></ul>",
  ),
};

export const titleOnly: SlideViewOf<"content"> = {
  ...base("title", "Good enough is what children need"),
  kind: "content",
};

export const contentLong: SlideViewOf<"content"> = {
  ...base("content-long", longTitle),
  kind: "content",
  body: html(
    `<p>${"When a day was hard, a short walk together can do more than a long talk. ".repeat(6)}</p><ul>${Array.from({ length: 7 }, (_, i) => `<li>Point ${i + 1}: one more thing that matters in the evening, with some words to explain it</li>`).join("")}</ul><blockquote><p>${"Nobody does this every time. ".repeat(5)}</p></blockquote>`,
  ),
};

const options = [
  { id: "always", text: "Always responding at once, day and night" },
  { id: "often", text: "Responding well about half of the time" },
  { id: "never", text: "Never being annoyed with your child" },
  { id: "unsure", text: "I am not sure" },
];

export const choice: SlideViewOf<"choice"> = {
  ...base("choice", "What makes a bond secure?"),
  kind: "choice",
  body: html("<p>Think of an ordinary week, not of your best day.</p>"),
  options,
  pick: 1,
  ranked: false,
  correct: [],
};

export const choiceAnswered: SlideViewOf<"choice"> = {
  ...choice,
  correct: ["often"],
  explanation: html(
    "<p>Research finds that being in tune roughly half of the time, and mending the rest, is enough.</p>",
  ),
};

export const choiceTally: TallyOf<"choice"> = { kind: "choice", responses: 12, counts: [3, 7, 2, 0] };

export const choiceMany: SlideViewOf<"choice"> = {
  ...choiceAnswered,
  title: "Which of these have you tried in the last week, alone or together with somebody else?",
  options: Array.from({ length: 12 }, (_, index) => ({
    id: `o${index}`,
    text:
      index % 3 === 0
        ? "Put the phone into another room for the whole evening and told everybody about it"
        : "Sat on the floor and watched",
  })),
  correct: ["o1", "o5"],
  pick: 5,
};

export const choiceManyTally: TallyOf<"choice"> = {
  kind: "choice",
  responses: 34,
  counts: [34, 20, 11, 9, 8, 7, 6, 5, 3, 2, 1, 0],
};

export const scale: SlideViewOf<"scale"> = {
  ...base("scale", "How do you feel about today?"),
  kind: "scale",
  statements: [{ id: "s1", text: "I can tell what my child needs from me" }],
  points: 5,
  low: "not at all",
  high: "completely",
};

export const scaleTally: TallyOf<"scale"> = {
  kind: "scale",
  responses: 14,
  statements: [{ counts: [0, 2, 4, 6, 2], median: 4 }],
};

export const scaleMany: SlideViewOf<"scale"> = {
  ...scale,
  title: "Where do you stand in each of these?",
  points: 10,
  statements: Array.from({ length: 8 }, (_, index) => ({
    id: `s${index}`,
    text:
      index % 2 === 0
        ? "I notice when I am about to lose my temper"
        : "I can say sorry to my child afterwards, and mean it",
  })),
};

export const scaleManyTally: TallyOf<"scale"> = {
  kind: "scale",
  responses: 20,
  statements: scaleMany.statements.map((_, index) => ({
    counts: [0, 1, 2, 1, 3, 4, 5, 2, 1, index % 2],
    median: index % 2 === 0 ? 6 : 6.5,
  })),
};

export const words: SlideViewOf<"words"> = {
  ...base("words", "What does it feel like to be cared for?"),
  kind: "words",
  body: html("<p>The first words that come to mind.</p>"),
  count: 3,
};

const word = (text: string, count: number) => ({ text, count, mark: "none" as const, held: false });

const given =
  "safe 9,warm 7,calm 6,seen 5,held 4,heard 4,understood 3,at home 3,relaxed 2,loved 2,trust 2,light 1,quiet 1,strong 1,unhurried 1,belonging 1";

export const wordsTally: TallyOf<"words"> = {
  kind: "words",
  responses: 18,
  words: given.split(",").map((pair) => {
    const space = pair.lastIndexOf(" ");
    return word(pair.slice(0, space), Number(pair.slice(space + 1)));
  }),
};

export const wordsManyTally: TallyOf<"words"> = {
  kind: "words",
  responses: 60,
  words: [
    ...wordsTally.words,
    ...Array.from({ length: 60 }, (_, index) => word(`another feeling ${index + 1}`, 1)),
    word("unbelievablyverylongwordof30xx", 1),
  ],
};

export const openSlide: SlideViewOf<"open"> = {
  ...base("open", "What helped you when an evening went wrong?"),
  kind: "open",
  body: html("<p>One small thing is plenty.</p>"),
};

const texts = [
  "We sat on the kitchen floor and ate toast.",
  "I said sorry the next morning. She hugged me.",
  "My sister took the baby for ten minutes. I stood outside and breathed until I could hear the birds again, and then I could go back in.",
  "Singing, badly.",
  "Nothing helped that night, but the next day we began again, and I noticed that he still ran to me when I came to fetch him.",
  "Dejé el teléfono en otro cuarto.",
  "Turning the light down and saying nothing for a while",
];

const card = (text: string, index: number) => ({
  id: `00000000-0000-4000-8000-${String(index).padStart(12, "0")}` as TallyOf<"open">["cards"][number]["id"],
  text,
  language: text.startsWith("Dejé") ? "es" : "en",
  held: false,
  theme: null,
  mark: index === 0 ? ("pinned" as const) : ("none" as const),
});

export const openTally: TallyOf<"open"> = { kind: "open", responses: 7, cards: texts.map(card), themes: [] };

export const openManyTally: TallyOf<"open"> = {
  kind: "open",
  responses: 40,
  cards: Array.from({ length: 40 }, (_, index) =>
    card(
      index === 1
        ? "I wrote a long answer, since a lot happened that evening and it does not fit in one line. ".repeat(
            5,
          )
        : (texts[index % texts.length] ?? ""),
      index,
    ),
  ),
  themes: [],
};
