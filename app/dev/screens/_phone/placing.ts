import type { ReactNode } from "react";
import * as slides from "@/app/dev/screens/placing-slides";
import type { SlideView, Tally } from "@/protocol/kinds";
import type { Phase, PhoneView } from "@/protocol/views";

type Screen = () => ReactNode;
type Make = {
  phone: (view: Partial<PhoneView>, parts?: object) => Screen;
  on: (slide: SlideView, phase: Phase, results?: Tally | null) => Partial<PhoneView>;
  own: (slide: SlideView, value: object) => object;
  draft: (slide: SlideView, value: object) => object;
};

const bins = { comfort: "is", same: "is-not", base: "is", praise: "is", known: "is" };
const order = ["listen", "near", "talk", "take", "rule"];
const places = { shoes: 52, night: 88, dog: 12 };
const { sort, rank, continuum } = slides;

/** Phones on which something is put somewhere: into bins, into an order, onto a line. */
export const placingPhones = ({ phone, on, own, draft }: Make): Record<string, Screen> => ({
  "phone-sort": phone(on(sort, "open")),
  "phone-sort-half": phone(on(sort, "open"), draft(sort, { bins: { comfort: "is", same: "is-not" } })),
  "phone-sort-done": phone(on(sort, "open"), draft(sort, { bins })),
  "phone-sort-many": phone(on(slides.sortMany, "open"), draft(slides.sortMany, { bins: { s0: "wait" } })),
  "phone-sort-pictures": phone(on(slides.sortPictured, "open")),
  "phone-sort-arabic": phone(
    on(slides.sortArabic, "open"),
    draft(slides.sortArabic, { bins: { comfort: "is" } }),
  ),
  "phone-sort-largest": phone(on(sort, "open"), { reading: "largest" }),
  "phone-sort-sent": phone(on(sort, "open"), own(sort, { bins })),
  "phone-sort-results": phone(on(slides.sortRevealed, "closed", slides.sortTally), own(sort, { bins })),
  "phone-sort-many-results": phone(on(slides.sortMany, "closed", slides.sortManyTally)),
  "phone-rank": phone(on(rank, "open")),
  "phone-rank-moved": phone(on(rank, "open"), draft(rank, { order })),
  "phone-rank-many": phone(on(slides.rankMany, "open")),
  "phone-rank-pictures": phone(on(slides.rankPictured, "open")),
  "phone-rank-arabic": phone(on(slides.rankArabic, "open")),
  "phone-rank-largest": phone(on(rank, "open"), { reading: "largest" }),
  "phone-rank-sent": phone(on(rank, "open"), own(rank, { order })),
  "phone-rank-results": phone(on(slides.rankRevealed, "closed", slides.rankTally), own(rank, { order })),
  "phone-continuum": phone(on(continuum, "open")),
  "phone-continuum-half": phone(
    on(continuum, "open"),
    draft(continuum, { places: { shoes: 52, night: 88 } }),
  ),
  "phone-continuum-many": phone(
    on(slides.continuumMany, "open"),
    draft(slides.continuumMany, { places: { c0: 5 } }),
  ),
  "phone-continuum-pictures": phone(on(slides.continuumPictured, "open")),
  "phone-continuum-arabic": phone(
    on(slides.continuumArabic, "open"),
    draft(slides.continuumArabic, { places: { shoes: 80 } }),
  ),
  "phone-continuum-largest": phone(on(continuum, "open"), { reading: "largest" }),
  "phone-continuum-sent": phone(on(continuum, "open"), own(continuum, { places })),
  "phone-continuum-results": phone(
    on(continuum, "closed", slides.continuumTally),
    own(continuum, { places }),
  ),
  "phone-continuum-arabic-results": phone(
    on(slides.continuumArabic, "closed", slides.continuumTally),
    own(continuum, { places }),
  ),
});
