import type { SlideView, Tally } from "@/protocol/kinds";

/** Slides and results that show what the phone has to bear: long words, many points, many cards. */
const slide = (view: object) =>
  ({
    part: "Reading the signals",
    body: "",
    explanation: "",
    language: "en",
    ...view,
  }) as unknown as SlideView;
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
const word = (text: string, count: number) => ({ text, count, mark: "none", held: false });
export const wordsTally = tally({
  kind: "words",
  responses: 9,
  words: [
    word("quiet", 5),
    word("tired", 4),
    word("warm hands", 2),
    word("Verantwortungsbewusstseinsmüde", 1),
    word("nothing special", 1),
    word("هدوء", 1),
    word("shoulders", 1),
  ],
});

export const open = slide({
  kind: "open",
  id: "moment",
  title: "Tell us of one moment this week that went well enough",
  body: "<p>A small one is best.</p>",
});
const card = (id: string, text: string, language: string, mark = "none") => ({
  id,
  text,
  language,
  mark,
  held: false,
  theme: null,
});
export const openTally = tally({
  kind: "open",
  responses: 6,
  cards: [
    card(
      "c1",
      "She was angry about the shoes and I just sat down on the stairs next to her.",
      "en",
      "pinned",
    ),
    card("c2", "We were late and nobody shouted.", "en"),
    card("c3", "Le leí el cuento dos veces porque me lo pidió.", "es"),
    card("c4", "جلست بجانبه بصمت", "ar"),
  ],
  themes: [],
});

export const pause = slide({
  kind: "pause",
  id: "calm-eye",
  title: "One minute of breathing together",
  body: "<p>Sit so that your feet rest on the floor. There is nothing to get right.</p>",
  seconds: 60,
  rhythm: { in: 4, hold: 0, out: 6, rest: 2 },
});

export const pair = slide({
  kind: "pair",
  id: "listening",
  title: "Tell each other of an evening that was hard",
  body: "<p>Whoever listens only listens: no advice.</p>",
  seconds: 240,
  turns: 2,
});

export const reflect = slide({
  kind: "reflect",
  id: "for-myself",
  title: "When did somebody notice what you needed?",
  body: "<p>It may be long ago.</p>",
  starter: "",
  intention: false,
});
export const intention = slide({
  ...reflect,
  id: "week",
  title: "One small thing for this week",
  body: "",
  starter: "When I am tired this week, I will",
  intention: true,
});
export const reflectTally = tally({ kind: "reflect", responses: 9 });

export const pauseArabic = slide({
  ...pause,
  language: "ar",
  title: "دقيقة واحدة نتنفس فيها معا",
  body: "<p>اجلس بحيث ترتاح قدماك على الأرض.</p>",
});
export const intentionArabic = slide({
  ...intention,
  language: "ar",
  title: "شيء صغير واحد لهذا الأسبوع",
  starter: "عندما أكون متعبا سوف",
});
export const pairLong = slide({
  ...pair,
  turns: 3,
  title:
    "Tell each other of an evening on which everything came at once, and of what you would have needed from somebody just then",
});
