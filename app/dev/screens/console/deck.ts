import type { Slide, SlideOf } from "@/protocol/kinds";
import type { Html } from "@/protocol/kinds/base";

const html = (text: string) => text as Html;
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
  bodies: [html("<p>One to three words.</p>")],
  count: 3,
  notes: html("<blockquote><p>Read the words slowly. All of them are allowed here.</p></blockquote>"),
};

export const open: SlideOf<"open"> = {
  ...base("small-thing", "Good enough", "One small thing for this week", 6),
  kind: "open",
  bodies: [html("<p>Small, soon, and yours.</p>")],
  notes: html("<p>Read two or three aloud. Never ask who wrote it.</p>"),
};

export const longContent: SlideOf<"content"> = {
  ...base(
    "long",
    "Was Bindung ist, was sie nicht ist, und warum beides zusammengehört",
    "Aufmerksamkeitsverschiebungen und Wiederannäherungsversuche im Familienalltag zwischen Abendessen, Zähneputzen und Einschlafbegleitung",
    12,
  ),
  kind: "content",
  bodies: [
    html(
      `<ul>${"<li>A sentence that goes on for longer than anybody would write on a slide, and is written all the same.</li>".repeat(9)}</ul>`,
    ),
  ],
  notes: html(
    `<p>${"Much to say here, more than fits, and the facilitator scrolls. ".repeat(12)}</p><blockquote><p>${"Read this aloud, slowly. ".repeat(10)}</p></blockquote><p>${"And then some more. ".repeat(40)}</p>`,
  ),
};

export const slides: Slide[] = [scale, content, choice, words, open];
