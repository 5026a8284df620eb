import type { ReactNode } from "react";
import type { Handout } from "@/app/_client/keepsake";
import * as slides from "@/app/dev/screens/_phone/slides";
import { on, phone } from "@/app/dev/screens/phone";
import type { ResponseValue, SlideView } from "@/protocol/kinds";
import type { Html } from "@/protocol/kinds/base";

const handout: Handout = {
  title: "An evening for tired parents",
  language: "en",
  handout: `<h2>What a signal looks like</h2><p>Turning away, a stiff back, a hand over the ears.
    <strong>Each one says something</strong> before the crying starts.</p>
    <ul>${"<li>Look first. Say aloud what you see. Wait for one breath.</li>".repeat(6)}</ul>
    ${"<h3>On a hard day</h3><p>You do not have to be right. You have to be there, and to come back when you were not. Nobody is in step with a child all day, and nobody needs to be.</p>".repeat(5)}
    <blockquote><p>Small is enough.</p></blockquote>` as Html,
};
const arabic: Handout = {
  title: "أمسية للآباء المتعبين",
  language: "ar",
  handout: "<h2>ما هي الإشارة</h2><p>انظر أولاً. قل ما تراه. انتظر نفساً واحداً.</p>" as Html,
};

const support = [
  {
    name: "Family helpline",
    phone: "+00 800 123 456",
    url: null,
    note: "Day and night, free, in six languages",
  },
  {
    name: "Parents' advice centre in the old school by the river",
    phone: null,
    url: "https://advice.example.org/families/where-to-find-us",
    note: "Mondays and Thursdays, without an appointment",
  },
  { name: "Nadia, who makes the coffee tonight", phone: null, url: null, note: null },
];

const sent = (slide: SlideView, value: object) => [
  slide.id,
  { value: { kind: slide.kind, ...value } as ResponseValue, status: "sent" as const },
];
const answered = {
  responses: Object.fromEntries([
    sent(slides.choice, { options: ["look"] }),
    sent(slides.scale, { ratings: { noticed: 4, stayed: 2 } }),
    sent(slides.words, { words: ["quiet", "<b>tired</b>", "دافئ"] }),
    sent(slides.open, {
      text: "On Tuesday he would not put on his coat.\nI waited & he brought it himself.",
    }),
  ]),
  leaves: Object.fromEntries(
    [slides.choice, slides.scale, slides.words, slides.open].map((slide) => [
      slide.id,
      { slide, draft: null },
    ]),
  ),
};

/** Help, the way out, and what is taken home. */
export const takeHomeScreens: Record<string, () => ReactNode> = {
  "phone-support": phone({ support }, { tool: "support" }),
  "phone-support-none": phone({}, { tool: "support" }),
  "phone-keepsake": phone({}, { ...answered, handout, tool: "keepsake" }),
  "phone-keepsake-bare": phone({}, { tool: "keepsake" }),
  "phone-keepsake-arabic": phone({ language: "ar" }, { ...answered, handout: arabic, tool: "keepsake" }),
  "phone-keepsake-end": phone({ status: "ended", slide: null }, { ...answered, handout }),
  "phone-tools-largest": phone(on(slides.choice, "open"), { reading: "largest" }),
};
