import type { ReactNode } from "react";
import { serif } from "@/app/_ui/fonts/serif";
import { Messages } from "@/app/_ui/messages";
import { QrCode } from "@/app/_ui/qr-code";
import * as slides from "@/app/dev/screens/_phone/slides";
import { Planned } from "@/app/dev/screens/planned";
import { joinLink } from "@/app/screen/_ui/address";
import { Room } from "@/app/screen/_ui/room";
import type { SlideView, Tally } from "@/protocol/kinds";
import type { Phase, ScreenView } from "@/protocol/views";

const at = Date.UTC(2026, 10, 24, 18, 0, 0);
const joinUrl = "http://192.168.178.24:3000/";

type Moment = { phase: Phase; began?: number; lasts?: number; responses?: number; results?: Tally };

/** What the room does together, as the screen shows it: `began` seconds ago, for `lasts`. */
function show(slide: SlideView, { phase, began = 0, lasts, responses, results }: Moment): () => ReactNode {
  const view: ScreenView = {
    audience: "screen",
    rev: 12,
    at,
    status: "live",
    title: "Attachment, mindfulness and good-enough parenting",
    language: slide.language,
    languages: ["en", "es"],
    place: 4,
    slides: 18,
    blank: false,
    timer: lasts
      ? { startsAt: at - 1000 * began, endsAt: at + 1000 * (lasts - began), closesPrompt: true }
      : null,
    code: "48201937" as ScreenView["code"],
    joinUrl,
    slide,
    prompt: {
      id: slide.id as string as NonNullable<ScreenView["prompt"]>["id"],
      round: 1,
      phase,
      results: results ?? null,
      heldBack: false,
      earlier: null,
    },
    recalled: null,
    questionsShown: false,
    facilitatorHere: true,
  };
  return () => (
    <Messages of="screen">
      <div className={serif.variable}>
        <Room
          view={view}
          // Holds the sample's clock, so that its picture is always the same.
          skew={at - Date.now()}
          phones={12}
          responses={responses ?? null}
          facilitatorHere
          link="online"
          qr={<QrCode text={joinLink(joinUrl, "48201937")} label="QR code" />}
        />
      </div>
    </Messages>
  );
}

/** Screens with fixed data, by name. */
export const togetherScreens: Record<string, () => ReactNode> = {
  "screen-pause-ready": show(slides.pause, { phase: "ready" }),
  "screen-pause-before": show(slides.pause, { phase: "open", began: -600, lasts: 60 }),
  "screen-pause": show(slides.pause, { phase: "open", began: 3, lasts: 60 }),
  "screen-pause-free": show(slides.pause, { phase: "open" }),
  "screen-pause-closed": show(slides.pause, { phase: "closed" }),
  "screen-pause-arabic": show(slides.pauseArabic, { phase: "open", began: 3, lasts: 60 }),
  "screen-pair-ready": show(slides.pair, { phase: "ready" }),
  "screen-pair-first": show(slides.pair, { phase: "open", began: 40, lasts: 240 }),
  "screen-pair-swap": show(slides.pairLong, { phase: "open", began: 100, lasts: 240 }),
  "screen-pair-last": show(slides.pair, { phase: "open", began: 234, lasts: 240 }),
  "screen-pair-free": show(slides.pair, { phase: "open" }),
  "screen-pair-closed": show(slides.pair, { phase: "closed" }),
  "screen-reflect-ready": show(slides.reflect, { phase: "ready" }),
  "screen-reflect": show(slides.reflect, { phase: "open", lasts: 120, responses: 7 }),
  "screen-intention": show(slides.intention, { phase: "open", responses: 0 }),
  "screen-reflect-closed": show(slides.reflect, { phase: "closed", results: slides.reflectTally }),
  "console-together": () => (
    <Messages of="console">
      <Planned at={at} skew={at - Date.now()} />
    </Messages>
  ),
};
