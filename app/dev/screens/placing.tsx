import type { ReactNode } from "react";
import { KindResults } from "@/app/_ui/kinds/console";
import { KindSummary } from "@/app/_ui/kinds/summary";
import { Messages } from "@/app/_ui/messages";
import * as slides from "@/app/dev/screens/placing-slides";
import type { Slide, SlideView, Tally } from "@/protocol/kinds";

type Screen = () => ReactNode;
type Make = {
  ready: (slide: SlideView) => Screen;
  open: (slide: SlideView) => Screen;
  results: (slide: SlideView, tally: Tally, earlier?: Tally) => Screen;
};

const frame = (children: ReactNode) => (
  <main style={{ fontSize: "var(--text-body)", marginInline: "auto", maxInlineSize: "44rem", padding: 24 }}>
    {children}
  </main>
);
const summary =
  (...of: [SlideView, Tally][]): Screen =>
  () => (
    <Messages of="summary">
      {frame(
        of.map(([slide, results]) => (
          <section key={slide.id}>
            <h2>{slide.title}</h2>
            <KindSummary slide={slide} results={results} />
          </section>
        )),
      )}
    </Messages>
  );
const console =
  (slide: SlideView, results: Tally, earlier?: Tally): Screen =>
  () => (
    <Messages of="console">
      {/* What these results need of a slide, phone and console have alike. */}
      {frame(<KindResults slide={slide as unknown as Slide} results={results} earlier={earlier ?? null} />)}
    </Messages>
  );

/** What the facilitator and the summary show of it. */
export const placingScreens: Record<string, Screen> = {
  "summary-placing": summary(
    [slides.sortRevealed, slides.sortTally],
    [slides.rankRevealed, slides.rankTally],
    [slides.continuum, slides.continuumTally],
  ),
  "summary-placing-many": summary(
    [slides.sortMany, slides.sortManyTally],
    [slides.rankMany, slides.rankManyTally],
    [slides.continuumMany, slides.continuumManyTally],
  ),
  "console-results-sort": console(slides.sortRevealed, slides.sortTally, slides.sortEarlier),
  "console-results-rank": console(slides.rankRevealed, slides.rankTally, slides.rankEarlier),
  "console-results-continuum": console(slides.continuum, slides.continuumTally, slides.continuumEarlier),
};

/** The projector. */
export const placingRooms = ({ ready, open, results }: Make): Record<string, Screen> => ({
  "screen-sort-ready": ready(slides.sort),
  "screen-sort-open": open(slides.sort),
  "screen-sort-poll": results(slides.sort, slides.sortTally),
  "screen-sort-results": results(slides.sortRevealed, slides.sortTally),
  "screen-sort-again": results(slides.sortRevealed, slides.sortTally, slides.sortEarlier),
  "screen-sort-many-open": open(slides.sortMany),
  "screen-sort-many": results(slides.sortMany, slides.sortManyTally),
  "screen-sort-ten": results(slides.sortTen, slides.sortTenTally),
  "screen-sort-pictures": results(slides.sortPictured, slides.sortTally),
  "screen-sort-arabic": results(slides.sortArabic, slides.sortTally),
  "screen-rank-open": open(slides.rank),
  "screen-rank-poll": results(slides.rank, slides.rankTally),
  "screen-rank-results": results(slides.rankRevealed, slides.rankTally),
  "screen-rank-again": results(slides.rankRevealed, slides.rankTally, slides.rankEarlier),
  "screen-rank-many-open": open(slides.rankMany),
  "screen-rank-many": results(slides.rankMany, slides.rankManyTally),
  "screen-rank-pictures": results(slides.rankPictured, slides.rankTally),
  "screen-rank-arabic": results(slides.rankArabic, slides.rankTally),
  "screen-continuum-open": open(slides.continuum),
  "screen-continuum-results": results(slides.continuum, slides.continuumTally),
  "screen-continuum-again": results(slides.continuum, slides.continuumTally, slides.continuumEarlier),
  "screen-continuum-many-open": open(slides.continuumMany),
  "screen-continuum-many": results(slides.continuumMany, slides.continuumManyTally),
  "screen-continuum-six": results(slides.continuumSix, slides.continuumSixTally),
  "screen-continuum-pictures": results(slides.continuumPictured, slides.continuumTally),
  "screen-continuum-arabic": results(slides.continuumArabic, slides.continuumTally),
});
