import type { ReactNode } from "react";
import { ask, type OwnQuestions, settle, want } from "@/app/_client/own-questions";
import * as slides from "@/app/dev/screens/_phone/slides";
import { on, phone } from "@/app/dev/screens/phone";
import * as questions from "@/app/dev/screens/questions";
import type { SlideView } from "@/protocol/kinds";
import type { PhoneView } from "@/protocol/views";

const listed = [...questions.asked, ...questions.answered];
const mine = listed[2]?.id ?? "";
const wanted = listed[1]?.id ?? "";
const sent = (own: OwnQuestions): OwnQuestions =>
  Object.entries(own).reduce((all, [id, one]) => settle(all, id, one, true), own);
const own: OwnQuestions = ask(
  sent(
    want(
      ask(ask({}, mine, "¿Y si trabajo por las noches?"), "held", "Does shouting once undo it all?"),
      wanted,
      true,
    ),
  ),
  "later",
  "Is a grandmother enough for a while?",
);
const refused = settle(
  own,
  "later",
  own.later ?? { text: "", wanted: true, status: "waiting", edit: 1 },
  false,
);

const again: Partial<PhoneView> = {
  ...on(slides.choice, "open"),
  prompt: {
    id: `${slides.choice.id}.2` as NonNullable<PhoneView["prompt"]>["id"],
    round: 2,
    phase: "open",
    results: null,
    heldBack: false,
    earlier: slides.choiceTally,
  },
};
const compared: Partial<PhoneView> = {
  ...again,
  prompt: {
    ...(again.prompt as NonNullable<PhoneView["prompt"]>),
    phase: "closed",
    results: slides.choiceTally,
  },
};
const arabic = {
  ...slides.choice,
  language: "ar",
  part: "قراءة الإشارات",
  title: "يرمي طفلك الملعقة للمرة الثالثة. ما الذي يأتي أولاً؟",
  body: "",
  options: [
    { id: "look", text: "أنظر إلى ما حدث قبل ذلك بقليل" },
    { id: "spoon", text: "آخذ الملعقة بهدوء وبلا كلام" },
  ],
} as SlideView;

/** What is laid over the phone, and how it follows a class in another language. */
export const phoneSheetScreens: Record<string, () => ReactNode> = {
  "phone-questions": phone({}, { sheet: "questions", own, listed, state: { questions: listed.length } }),
  "phone-questions-none": phone({}, { sheet: "questions" }),
  "phone-questions-approved": phone(
    { questions: "approved" },
    { sheet: "questions", own: refused, listed: [] },
  ),
  "phone-questions-offline": phone({}, { sheet: "questions", own, listed: null, state: { link: "offline" } }),
  "phone-questions-off": phone({ questions: "off" }, { sheet: "questions" }),
  "phone-pulse": phone({}, { sheet: "pulse" }),
  "phone-pulse-chosen": phone({}, { sheet: "pulse", signal: "slow-down" }),
  "phone-signal": phone(on(slides.choice, "open"), { signal: "need-a-break", state: { questions: 12 } }),
  "phone-hand-on": phone({}, { sheet: "hand-on" }),
  "phone-hand-on-unsent": phone({}, { sheet: "hand-on", unsent: 2 }),
  "phone-again": phone(again),
  "phone-again-results": phone(compared),
  "phone-recalled": phone({
    recalled: { slide: slides.choice, results: slides.choiceTally, earlier: null },
  }),
  "phone-not-translated": phone({ language: "es", ...on(slides.choice, "open") }, { language: "es" }),
  "phone-class-not-translated": phone(
    { languages: ["en"], ...on(slides.choice, "open") },
    { inside: false, language: "es" },
  ),
  "phone-arabic": phone({ languages: ["en", "ar"], language: "ar", ...on(arabic, "open") }),
};
