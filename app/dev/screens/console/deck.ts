import type { Slide, SlideOf } from "@/protocol/kinds";
import type { Html } from "@/protocol/kinds/base";

const html = (text: string) => text as Html;
/** What a prompt has besides. */
const once = { rounds: 1, compare: null } as const;
const base = (id: string, part: string, title: string, minutes: number) => ({
  id: id as Slide["id"],
  part,
  title,
  minutes,
  explanation: html(""),
  notes: html(""),
});

export const content: SlideOf<"content"> = {
  ...base("what-it-is", "What attachment is", "A base to leave from, and to come back to", 4),
  kind: "content",
  recall: null,
  bodies: [
    html("<p>A child who knows that someone is there can look at the world.</p>"),
    html(
      "<p>A child who knows that someone is there can look at the world.</p><ul><li>You notice a signal.</li></ul>",
    ),
    html(
      "<p>A child who knows that someone is there can look at the world.</p><ul><li>You notice a signal.</li><li>You answer it, roughly right.</li></ul>",
    ),
    html(
      "<p>A child who knows that someone is there can look at the world.</p><ul><li>You notice a signal.</li><li>You answer it, roughly right.</li><li>And when it went wrong, you come back.</li></ul>",
    ),
  ],
  notes: html(
    "<p>Wait until the room is quiet. Leave the picture up for a moment.</p><blockquote><p>Think of a harbour. The boat goes out because it knows where the harbour is. You are the harbour, and you do not have to be a perfect one.</p></blockquote><p>If somebody says that their own childhood was different: thank them, do not ask further. There is time in part five.</p><ul><li>One example from a playground</li><li>One from the evening, when everybody is tired</li></ul>",
  ),
};

export const choice: SlideOf<"choice"> = {
  ...base("in-sync", "What attachment is not", "How much of the time are we in sync with our children?", 5),
  kind: "choice",
  ...once,
  rounds: 2,
  from: null,
  bodies: [html("<p>Take a guess. There is no exam.</p>")],
  options: [
    { id: "under-20", text: "Less than a fifth of the time" },
    { id: "20-to-30", text: "A fifth to a third of the time" },
    { id: "about-half", text: "About half of the time" },
    { id: "most", text: "Most of the time" },
  ],
  pick: 1,
  correct: ["20-to-30"],
  explanation: html("<p>Roughly a quarter. The rest is losing each other and finding each other again.</p>"),
  notes: html(
    "<blockquote><p>What do you think: how much of a day are a parent and a child really on the same wave?</p></blockquote><p>Let them smile at the number. The relief is the point.</p>",
  ),
};

export const scale: SlideOf<"scale"> = {
  ...base("today", "Arriving", "How are you here today?", 4),
  kind: "scale",
  ...once,
  bodies: [html("<p>For yourself, as it is now.</p>")],
  statements: [
    { id: "rested", text: "I had enough sleep this week" },
    { id: "alone", text: "I have somebody to call when it gets too much" },
  ],
  points: 5,
  low: "not at all",
  high: "very much so",
  measure: false,
  notes: html("<p>No comment on single numbers.</p>"),
};

export const words: SlideOf<"words"> = {
  ...base("evening", "Mindfulness", "Half past six in the evening: what is it like?", 3),
  kind: "words",
  ...once,
  bodies: [html("<p>One to three words.</p>")],
  count: 3,
  notes: html("<blockquote><p>Read the words slowly. All of them are allowed here.</p></blockquote>"),
};

export const open: SlideOf<"open"> = {
  ...base("small-thing", "Good enough", "One small thing for this week", 6),
  kind: "open",
  ...once,
  bodies: [html("<p>Small, soon, and yours.</p>")],
  notes: html("<p>Read two or three aloud. Never ask who wrote it.</p>"),
};

export const sort: SlideOf<"sort"> = {
  ...base("is-or-not", "What attachment is not", "Attachment, or something else?", 6),
  kind: "sort",
  ...once,
  bins: [
    { id: "is", text: "Attachment is" },
    { id: "is-not", text: "Attachment is not" },
  ],
  statements: [
    { id: "safe", text: "A child's trust that somebody comes when it matters" },
    { id: "glued", text: "Being together at every moment of the day" },
    { id: "grows", text: "Something that grows over years, with more than one person" },
  ],
  bodies: [html("<p>There is room for doubt.</p>")],
  correct: { safe: "is", glued: "is-not", grows: "is" },
};

export const continuum: SlideOf<"continuum"> = {
  ...base("too-much", "Good enough", "Helpful stretch, or too far?", 7),
  kind: "continuum",
  ...once,
  zones: [
    { id: "easy", text: "comfortable" },
    { id: "stretch", text: "a helpful stretch" },
    { id: "far", text: "too far" },
  ],
  edges: [33, 67],
  scenarios: [
    { id: "wait", text: "A baby of eight months waits two minutes while you finish in the bathroom" },
    { id: "call", text: "A child of nine calls the dentist to move an appointment" },
  ],
  bodies: [html("<p>Where would you put it, for your child?</p>")],
};

export const rank: SlideOf<"rank"> = {
  ...base("steps", "Good enough", "From doing it for them to standing by", 6),
  kind: "rank",
  ...once,
  items: [
    { id: "do", text: "Do it for the child" },
    { id: "together", text: "Do it together" },
    { id: "beside", text: "Stay beside while the child does it" },
    { id: "near", text: "Be somewhere near" },
    { id: "ask", text: "Ask afterwards how it went" },
  ],
  first: "Most help",
  last: "Least help",
  correct: [],
  bodies: [html("<p>Put them in order.</p>")],
};

export const reflect: SlideOf<"reflect"> = {
  ...base("for-me", "Good enough", "For yourself alone", 3),
  kind: "reflect",
  ...once,
  starter: "This week I want to",
  intention: true,
  bodies: [html("<p>Nobody sees what you write.</p>")],
};

export const pause: SlideOf<"pause"> = {
  ...base("calm-eye", "Mindfulness", "Two minutes in the calm eye of the storm", 3),
  kind: "pause",
  seconds: 120,
  rhythm: { in: 4, hold: 0, out: 6, rest: 0 },
  bodies: [html("<p>Eyes open or closed, as you like. Or just sit.</p>")],
  notes: html("<blockquote><p>You cannot do this wrong.</p></blockquote><p>Breathe along yourself.</p>"),
};

export const pair: SlideOf<"pair"> = {
  ...base("neighbours", "Mindfulness", "Tell your neighbour about one evening", 4),
  kind: "pair",
  seconds: 180,
  turns: 2,
  bodies: [html("<p>One talks, the other only listens.</p>")],
};

export const recall: SlideOf<"content"> = {
  ...base("looking-back", "Good enough", "What you said at the beginning", 2),
  kind: "content",
  recall: scale.id,
  bodies: [html("<p>Look at it once more.</p>")],
};

export const longContent: SlideOf<"content"> = {
  ...base(
    "long",
    "Was Bindung ist, was sie nicht ist, und warum beides zusammengehört",
    "Aufmerksamkeitsverschiebungen und Wiederannäherungsversuche im Familienalltag zwischen Abendessen, Zähneputzen und Einschlafbegleitung",
    12,
  ),
  kind: "content",
  recall: null,
  bodies: [
    html(
      `<ul>${"<li>A sentence that goes on for longer than anybody would write on a slide, and is written all the same.</li>".repeat(9)}</ul>`,
    ),
  ],
  notes: html(
    `<p>${"Much to say here, more than fits, and the facilitator scrolls. ".repeat(12)}</p><blockquote><p>${"Read this aloud, slowly. ".repeat(10)}</p></blockquote><p>${"And then some more. ".repeat(40)}</p>`,
  ),
};

export const slides: Slide[] = [
  scale,
  content,
  choice,
  sort,
  continuum,
  pause,
  pair,
  words,
  rank,
  reflect,
  open,
  recall,
];
