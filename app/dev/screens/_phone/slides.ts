import type { SlideView, Tally } from "@/protocol/kinds";

/** Slides and results that show what the phone has to bear: long words, many points, many cards. */
const slide = (view: object) =>
  ({ part: "Reading the signals", body: "", explanation: "", ...view }) as unknown as SlideView;
const tally = (results: object) => results as unknown as Tally;

export const content = slide({
  kind: "content",
  id: "signals",
  title: "A child's signals come before the words",
  body: "<p>Turning away, a stiff back, a hand over the ears: <strong>each one says something</strong> before the crying starts.</p><ul><li>Look first, without doing anything.</li><li>Say aloud what you see.</li><li>Wait for one breath.</li></ul><blockquote><p>You do not have to be right. You have to be there.</p></blockquote>",
});

export const choice = slide({
  kind: "choice",
  id: "supper",
  title: "Your toddler throws the spoon for the third time. What comes first?",
  body: "<p>Think of an evening when you were tired too.</p>",
  pick: 1,
  options: [
    { id: "look", text: "Look at what happened just before" },
    { id: "spoon", text: "Take the spoon away, kindly and without a word" },
    { id: "end", text: "End the meal" },
    {
      id: "laugh",
      text: "Laugh about it and hand over another spoon, since one more stain makes no difference now",
    },
  ],
  correct: [],
});

export const choiceRevealed = slide({
  ...choice,
  correct: ["look"],
  explanation: "<p>What happened before tells you more than the spoon does.</p>",
});
export const choiceTally = tally({ kind: "choice", responses: 9, counts: [4, 3, 0, 2] });

export const several = slide({
  ...choice,
  id: "helps",
  title: "What helps you to stay calm?",
  body: "",
  pick: 2,
});

export const scale = slide({
  kind: "scale",
  id: "evening",
  title: "How was it this week?",
  points: 5,
  low: "Not at all",
  high: "Very much",
  statements: [
    { id: "noticed", text: "I noticed when I was getting tense." },
    { id: "stayed", text: "I could stay with my child's feeling without making it go away." },
  ],
});
export const scaleTally = tally({
  kind: "scale",
  responses: 9,
  statements: [
    { counts: [0, 1, 4, 3, 1], median: 3 },
    { counts: [2, 3, 0, 2, 2], median: 2.5 },
  ],
});

export const scaleTen = slide({
  ...scale,
  id: "ten",
  title: "How sure are you just now?",
  points: 10,
  low: "I doubt myself most of the time",
  high: "I trust myself even on a hard day",
  statements: [{ id: "sure", text: "I can tell what my child needs from me." }],
});
export const scaleTenTally = tally({
  kind: "scale",
  responses: 12,
  statements: [{ counts: [0, 0, 1, 0, 2, 3, 4, 1, 0, 1], median: 6.5 }],
});

export const words = slide({
  kind: "words",
  id: "breath",
  title: "After three slow breaths: what is there?",
  body: "<p>Whatever comes first is right.</p>",
  count: 3,
});
export const wordsTally = tally({
  kind: "words",
  responses: 9,
  words: [
    { text: "quiet", count: 5 },
    { text: "tired", count: 4 },
    { text: "warm hands", count: 2 },
    { text: "Verantwortungsbewusstseinsmüde", count: 1 },
    { text: "nothing special", count: 1 },
    { text: "هدوء", count: 1 },
    { text: "shoulders", count: 1 },
  ],
});

export const open = slide({
  kind: "open",
  id: "moment",
  title: "Tell us of one moment this week that went well enough",
  body: "<p>A small one is best.</p>",
});
export const openTally = tally({
  kind: "open",
  responses: 6,
  cards: [
    {
      id: "c1",
      text: "She was angry about the shoes and I just sat down on the stairs next to her.",
      mark: "pinned",
    },
    { id: "c2", text: "We were late and nobody shouted.", mark: "none" },
    { id: "c3", text: "Le leí el cuento dos veces porque me lo pidió.", mark: "none" },
    { id: "c4", text: "جلست بجانبه بصمت", mark: "none" },
  ],
});
