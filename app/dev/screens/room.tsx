import type { ReactNode } from "react";
import { serif } from "@/app/_ui/fonts/serif";
import { Messages } from "@/app/_ui/messages";
import { QrCode } from "@/app/_ui/qr-code";
import { placingRooms } from "@/app/dev/screens/placing";
import * as questions from "@/app/dev/screens/questions";
import * as slides from "@/app/dev/screens/room-slides";
import { joinLink } from "@/app/screen/_ui/address";
import { ScreenClosed } from "@/app/screen/_ui/closed";
import { Room, type RoomProps } from "@/app/screen/_ui/room";
import type { SlideView, Tally } from "@/protocol/kinds";
import type { Question } from "@/protocol/questions";
import type { ScreenView } from "@/protocol/views";

const at = Date.UTC(2026, 10, 24, 18, 0, 0);
const code = "48201937" as ScreenView["code"];
const joinUrl = "http://192.168.178.24:3000/";

const live: ScreenView = {
  audience: "screen",
  rev: 12,
  at,
  status: "live",
  title: "Attachment, mindfulness and good-enough parenting",
  language: "en",
  languages: ["en", "es"],
  place: 4,
  slides: 18,
  blank: false,
  timer: null,
  code,
  joinUrl,
  slide: null,
  prompt: null,
  recalled: null,
  questionsShown: false,
  facilitatorHere: true,
};

function show(view: Partial<ScreenView>, props: Partial<RoomProps> = {}): () => ReactNode {
  return () => (
    <Messages of="screen">
      <div className={serif.variable}>
        <Room
          view={{ ...live, ...view }}
          skew={at - Date.now()}
          phones={12}
          responses={null}
          facilitatorHere
          link="online"
          qr={<QrCode text={joinLink(joinUrl, "48201937")} label="QR code" />}
          {...props}
        />
      </div>
    </Messages>
  );
}

type Prompt = NonNullable<ScreenView["prompt"]>;

const prompt = (phase: Prompt["phase"], change: Partial<Prompt> = {}): Prompt => ({
  id: "prompt" as Prompt["id"],
  round: 1,
  phase,
  results: null,
  heldBack: false,
  earlier: null,
  ...change,
});

const ready = (slide: SlideView) => show({ slide, prompt: prompt("ready") });
const open = (slide: SlideView, timer: ScreenView["timer"] = null) =>
  show({ slide, timer, prompt: prompt("open") }, { responses: 7 });
const closed = (slide: SlideView) => show({ slide, prompt: prompt("closed") }, { responses: 9 });
const results = (slide: SlideView, tally: Tally, earlier: Tally | null = null) =>
  show({ slide, prompt: prompt("closed", { results: tally, earlier }) });

const asked = (list: Question[]) =>
  show({ slide: slides.content, questionsShown: true }, { questions: list });

/** Screens with fixed data, by name. */
export const roomScreens: Record<string, () => ReactNode> = {
  "screen-lobby": show({ status: "lobby", place: 0 }),
  "screen-lobby-empty": show({ status: "lobby", place: 0 }, { phones: 0 }),
  "screen-lobby-long": show({ status: "lobby", place: 0, title: slides.longTitle }),
  "screen-content": show({ slide: slides.content }),
  "screen-content-title": show({ slide: slides.titleOnly }),
  "screen-content-long": show({ slide: slides.contentLong }),
  "screen-choice-ready": ready(slides.choice),
  "screen-choice-open": open(slides.choice, {
    startsAt: at - 15_000,
    endsAt: at + 105_000,
    closesPrompt: true,
  }),
  "screen-choice-closed": closed(slides.choice),
  "screen-choice-held": show(
    { slide: slides.choice, prompt: prompt("closed", { heldBack: true }) },
    { responses: 3 },
  ),
  "screen-choice-results": results(slides.choiceAnswered, slides.choiceTally),
  "screen-choice-poll": results(slides.choice, slides.choiceTally),
  "screen-choice-many": results(slides.choiceMany, slides.choiceManyTally),
  "screen-scale-open": open(slides.scale),
  "screen-scale-results": results(slides.scale, slides.scaleTally),
  "screen-scale-many": results(slides.scaleMany, slides.scaleManyTally),
  "screen-words-open": open(slides.words),
  "screen-words-results": results(slides.words, slides.wordsTally),
  "screen-words-many": results(slides.words, slides.wordsManyTally),
  "screen-open-open": open(slides.openSlide),
  "screen-open-results": results(slides.openSlide, slides.openTally),
  "screen-open-many": results(slides.openSlide, slides.openManyTally),
  "screen-questions": asked([...questions.asked, ...questions.answered]),
  "screen-questions-few": asked(questions.asked.slice(0, 2)),
  "screen-questions-many": asked(questions.many),
  "screen-questions-none": asked([]),
  "screen-foreign": show({ slide: { ...slides.content, language: "ar" } }),
  ...placingRooms({ ready, open, results }),
  "screen-time-up": show({
    slide: slides.content,
    timer: { startsAt: at - 61_000, endsAt: at - 1000, closesPrompt: false },
  }),
  "screen-blank": show({ slide: slides.content, blank: true }),
  "screen-goodbye": show({ status: "ended", code: null }),
  "screen-offline": show({ slide: slides.content }, { link: "offline" }),
  "screen-unreachable": show({ slide: slides.content }, { link: "unreachable" }),
  "screen-stopping": show({ slide: slides.content }, { link: "stopping" }),
  "screen-refused": show({ slide: slides.content }, { link: "refused" }),
  "screen-facilitator-away": show({ slide: slides.content }, { facilitatorHere: false }),
  "screen-link-closed": () => (
    <div className={serif.variable}>
      <ScreenClosed />
    </div>
  ),
};
