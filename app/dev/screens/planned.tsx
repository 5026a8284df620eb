"use client";
import { KindResults, KindTimed } from "@/app/_ui/kinds/console";
import * as slides from "@/app/dev/screens/_phone/slides";
import type { Slide, SlideView } from "@/protocol/kinds";
import type { ConsoleView, Phase } from "@/protocol/views";

type Time = { at: number; skew: number };
const spans: [Phase, number][] = [
  ["ready", 0],
  ["open", -600],
  ["open", 27],
  ["open", 0],
  ["closed", 0],
];

/** What the console says of a pause, a talk and a reflection, one below the other. */
export function Planned({ at, skew }: Time) {
  return (
    <main style={{ display: "grid", gap: 32, padding: 24, maxInlineSize: 420 }}>
      {[slides.pause, slides.pair].flatMap((slide) =>
        spans.map(([phase, began], nth) => (
          <section key={`${slide.id} ${nth}`}>
            <KindTimed view={viewOf(slide, phase, began, at)} skew={skew} />
          </section>
        )),
      )}
      <section>
        <KindResults slide={slides.reflect as unknown as Slide} results={slides.reflectTally} />
      </section>
    </main>
  );
}

/** As much of a console's view as these pieces read. */
function viewOf(slide: SlideView, phase: Phase, began: number, at: number): ConsoleView {
  const timer =
    phase === "open" && began !== 0
      ? { startsAt: at - 1000 * began, endsAt: at + 1000 * (60 - began), closesPrompt: true }
      : null;
  return { at, slide, room: { slide }, prompt: { phase }, timer } as unknown as ConsoleView;
}
