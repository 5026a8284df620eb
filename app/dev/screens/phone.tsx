import type { ReactNode } from "react";
import type { OwnResponse } from "@/app/_client/notebook";
import { Entrance } from "@/app/_ui/entrance";
import { Messages } from "@/app/_ui/messages";
import { placingPhones } from "@/app/dev/screens/_phone/placing";
import { Sample, type SampleProps } from "@/app/dev/screens/_phone/sample";
import * as slides from "@/app/dev/screens/_phone/slides";
import { NoClass } from "@/app/j/[code]/_ui/no-class";
import type { ResponseValue, SlideView, Tally } from "@/protocol/kinds";
import type { PhoneView } from "@/protocol/views";

const at = Date.UTC(2026, 10, 24, 18, 0, 0);

const live: PhoneView = {
  audience: "phone",
  rev: 12,
  at,
  status: "live",
  title: "An evening for tired parents",
  language: "en",
  languages: ["en", "es"],
  place: 4,
  slides: 18,
  blank: false,
  timer: null,
  promise: { release: "closing", textDays: 90 },
  slide: slides.content,
  prompt: null,
  recalled: null,
  support: [],
  questions: "shown",
  facilitatorHere: true,
};

type Parts = Omit<Partial<SampleProps>, "state"> & { state?: Partial<SampleProps["state"]> };

export function phone(view: Partial<PhoneView>, { state, ...parts }: Parts = {}): () => ReactNode {
  return () => (
    <Messages of="phone">
      <Sample
        state={{
          view: { ...live, ...view },
          link: "online",
          refusal: null,
          // Holds the sample's clock, so that its picture is always the same.
          skew: at - Date.now(),
          facilitatorHere: true,
          questions: 0,
          ...state,
        }}
        {...parts}
      />
    </Messages>
  );
}

type Phase = NonNullable<PhoneView["prompt"]>["phase"];
export const on = (
  slide: SlideView,
  phase: Phase,
  results: Tally | null = null,
  heldBack = false,
): Partial<PhoneView> => ({
  slide,
  prompt: {
    id: slide.id as string as NonNullable<PhoneView["prompt"]>["id"],
    round: 1,
    phase,
    results,
    heldBack,
    earlier: null,
  },
});
const own = (slide: SlideView, value: object, status: OwnResponse["status"] = "sent") => ({
  responses: { [slide.id]: { value: { kind: slide.kind, ...value } as ResponseValue, status } },
});
const draft = (slide: SlideView, value: object) => ({
  leaves: { [slide.id]: { slide, draft: { kind: slide.kind, ...value } as ResponseValue } },
});
/** A clock that began so many seconds ago (or begins later) and runs for so many. */
const clockOf = (began: number, lasts: number): PhoneView["timer"] => ({
  startsAt: at - 1000 * began,
  endsAt: at + 1000 * (lasts - began),
  closesPrompt: true,
});
const in45 = clockOf(15, 60);
const text =
  "On Tuesday he would not put on his coat. I waited, and after a while he brought it to me himself.";
const nearLimit = text.repeat(5).slice(0, 462);
const lateChange = {
  responses: {
    [slides.open.id]: {
      value: { kind: "open", language: "en", text: "I waited, and he brought his coat." } as ResponseValue,
      status: "late" as const,
      counted: { kind: "open", language: "en", text } as ResponseValue,
    },
  },
};

const answers = {
  responses: {
    ...own(slides.choice, { options: ["look"] }).responses,
    ...own(slides.scale, { ratings: { noticed: 4, stayed: 2 } }).responses,
    ...own(slides.open, { text }, "late").responses,
  },
  leaves: Object.fromEntries(
    [slides.choice, slides.scale, slides.open].map((slide) => [slide.id, { slide, draft: null }]),
  ),
};

/** Screens with fixed data, by name. */
export const phoneScreens: Record<string, () => ReactNode> = {
  home: () => <Entrance />,
  "home-wrong": () => <Entrance typed="1234 56" />,
  "home-unknown": () => <NoClass code="12345678" outcome="unknown" />,
  "home-full": () => <NoClass code="12345678" outcome="full" />,
  "home-throttled": () => <NoClass code="12345678" outcome="throttled" />,
  "phone-lobby": phone({ status: "lobby", slide: null, place: 0 }),
  "phone-lobby-door": phone({ status: "lobby", slide: null, place: 0 }, { inside: false }),
  "phone-door": phone(on(slides.choice, "open"), { inside: false }),
  "phone-door-live": phone(
    { ...on(slides.choice, "open"), promise: { release: "live", textDays: 1 } },
    { inside: false },
  ),
  "phone-content": phone({}),
  "phone-blank": phone({ blank: true }),
  "phone-ready": phone(on(slides.choice, "ready")),
  "phone-choice": phone({ ...on(slides.choice, "open"), timer: in45 }),
  "phone-choice-before-script": phone(on(slides.choice, "open"), { ready: false }),
  "phone-choice-several": phone(
    on(slides.several, "open"),
    draft(slides.several, { options: ["look", "end"] }),
  ),
  "phone-choice-sent": phone(on(slides.choice, "open"), own(slides.choice, { options: ["look"] })),
  "phone-choice-sending": phone(
    on(slides.choice, "open"),
    own(slides.choice, { options: ["look"] }, "sending"),
  ),
  "phone-choice-waiting": phone(on(slides.choice, "open"), {
    ...own(slides.choice, { options: ["look"] }, "waiting"),
    state: { link: "offline" },
  }),
  "phone-choice-refused": phone(
    on(slides.choice, "open"),
    own(slides.choice, { options: ["look"] }, "refused"),
  ),
  "phone-choice-closed": phone(on(slides.choice, "closed"), own(slides.choice, { options: ["look"] })),
  "phone-choice-results": phone(
    on(slides.choiceRevealed, "closed", slides.choiceTally),
    own(slides.choice, { options: ["laugh"] }),
  ),
  "phone-held-back": phone(
    on(slides.choice, "closed", null, true),
    own(slides.choice, { options: ["look"] }),
  ),
  "phone-scale": phone(on(slides.scale, "open")),
  "phone-scale-ten": phone(
    { ...on(slides.scaleTen, "open"), timer: in45 },
    draft(slides.scaleTen, { ratings: { sure: 7 } }),
  ),
  "phone-scale-results": phone(
    on(slides.scale, "closed", slides.scaleTally),
    own(slides.scale, { ratings: { noticed: 4, stayed: 2 } }),
  ),
  "phone-scale-ten-results": phone(
    on(slides.scaleTen, "closed", slides.scaleTenTally),
    own(slides.scaleTen, { ratings: { sure: 7 } }),
  ),
  "phone-words": phone(on(slides.words, "open")),
  "phone-words-results": phone(
    on(slides.words, "closed", slides.wordsTally),
    own(slides.words, { words: ["Quiet", "Tired"] }),
  ),
  "phone-open": phone(on(slides.open, "open"), draft(slides.open, { text: nearLimit })),
  "phone-open-sent": phone(on(slides.open, "open"), own(slides.open, { text })),
  "phone-open-late": phone(on(slides.open, "closed"), own(slides.open, { text }, "late")),
  "phone-open-late-change": phone(on(slides.open, "closed"), lateChange),
  "phone-open-late-change-again": phone(on(slides.open, "open"), lateChange),
  "phone-goodbye-late-change": phone(
    { status: "ended", slide: null },
    { ...lateChange, leaves: { [slides.open.id]: { slide: slides.open, draft: null } } },
  ),
  "phone-open-unsent": phone(on(slides.open, "closed"), draft(slides.open, { text })),
  "phone-open-results": phone(on(slides.open, "closed", slides.openTally), own(slides.open, { text })),
  "phone-live-results": phone(
    { ...on(slides.choice, "open", slides.choiceTally), promise: { release: "live", textDays: 30 } },
    own(slides.choice, { options: ["look"] }),
  ),
  "phone-pause-ready": phone(on(slides.pause, "ready")),
  "phone-pause-before": phone({ ...on(slides.pause, "open"), timer: clockOf(-600, 60) }),
  "phone-pause": phone({ ...on(slides.pause, "open"), timer: clockOf(3, 60) }),
  "phone-pause-free": phone(on(slides.pause, "open")),
  "phone-pause-closed": phone(on(slides.pause, "closed")),
  "phone-pause-arabic": phone({
    ...on(slides.pauseArabic, "open"),
    language: "ar",
    timer: clockOf(3, 60),
  }),
  "phone-pair-ready": phone(on(slides.pair, "ready")),
  "phone-pair-first": phone({ ...on(slides.pair, "open"), timer: clockOf(40, 240) }),
  "phone-pair-swap": phone({ ...on(slides.pair, "open"), timer: clockOf(140, 240) }),
  "phone-pair-last": phone({ ...on(slides.pair, "open"), timer: clockOf(234, 240) }),
  "phone-pair-long": phone(
    { ...on(slides.pairLong, "open"), timer: clockOf(100, 240) },
    { reading: "largest" },
  ),
  "phone-pair-free": phone(on(slides.pair, "open")),
  "phone-pair-closed": phone(on(slides.pair, "closed")),
  "phone-reflect-ready": phone(on(slides.reflect, "ready")),
  "phone-reflect": phone({ ...on(slides.reflect, "open"), timer: in45 }),
  "phone-reflect-done": phone(on(slides.reflect, "open"), own(slides.reflect, {})),
  "phone-reflect-waiting": phone(on(slides.reflect, "open"), {
    ...own(slides.reflect, {}, "waiting"),
    state: { link: "offline" },
  }),
  "phone-reflect-late": phone(on(slides.reflect, "closed"), own(slides.reflect, {}, "late")),
  "phone-reflect-closed": phone(on(slides.reflect, "closed"), own(slides.reflect, {})),
  "phone-intention": phone(on(slides.intention, "open")),
  "phone-intention-arabic": phone({ ...on(slides.intentionArabic, "open"), language: "ar" }),
  ...placingPhones({ phone, on, own, draft }),
  "phone-offline": phone({}, { state: { link: "offline" } }),
  "phone-unreachable": phone({}, { state: { link: "unreachable" } }),
  "phone-stopping": phone({}, { state: { link: "stopping" } }),
  "phone-facilitator-away": phone(on(slides.choice, "open"), { state: { facilitatorHere: false } }),
  "phone-refused": phone({}, { state: { link: "refused", refusal: "not_allowed" } }),
  "phone-largest": phone(on(slides.choice, "open"), { reading: "largest" }),
  "phone-spanish-class": phone({ ...on(slides.open, "open"), language: "es" }),
  "phone-goodbye": phone({ status: "ended", slide: null }, answers),
  "phone-goodbye-bare": phone({ status: "ended", slide: null }),
};
