import type { Slide } from "@/protocol/kinds";
import type { Report } from "./errors";
import { asksForAnswers } from "./kinds";
import { suggest } from "./spelling";
import { lineOf, type ReadDeck } from "./translation";

/** What a slide may name: an earlier one, of a kind that fits. */
export function checkReferences(read: ReadDeck, report: Report): void {
  const { slides } = read.deck;
  slides.forEach((slide, index) => {
    const before = slides.slice(0, index);
    for (const reference of referencesOf(slide)) {
      const { field, name, fits, what } = reference;
      const found = slides.find(({ id }) => id === name);
      const fault = faultOf(reference, found, before);
      if (!fault) continue;
      const possible = before.filter(fits).map(({ id }) => id);
      const hint = possible.length > 0 ? suggest(name, possible) : "None before this one fits.";
      report(
        lineOf(read, slide.id, field),
        `“${field}” must name an earlier slide ${what}, and ${fault}. ${hint}`,
      );
    }
  });
}

type Reference = { field: string; name: string; fits: (earlier: Slide) => boolean; what: string };

function faultOf({ name, fits }: Reference, found: Slide | undefined, before: Slide[]): string | undefined {
  if (!found) return `no slide has the id “${name}”`;
  if (!before.includes(found)) return `“${name}” does not come before this one`;
  return fits(found) ? undefined : `“${name}”, of the kind “${found.kind}”, is not`;
}

function referencesOf(slide: Slide): Reference[] {
  const references: Reference[] = [];
  const add = (field: string, name: string | null, what: string, fits: Reference["fits"]) => {
    if (name !== null) references.push({ field, name, what, fits });
  };
  if (slide.kind === "content")
    add(
      "recall",
      slide.recall,
      "whose results can be shown",
      ({ kind }) => asksForAnswers(kind) && kind !== "reflect",
    );
  if (slide.kind === "choice") add("from", slide.from, "of the kind “open”", ({ kind }) => kind === "open");
  if ("compare" in slide)
    add("compare", slide.compare, `that asks the same${sameness[slide.kind] ?? ""}`, (earlier) =>
      sameShape(slide, earlier),
    );
  return references;
}

/** What “the same” means, in words for the author. */
const sameness: { [K in Slide["kind"]]?: string } = {
  choice: " (a “choice” with the same names of its lines and the same “pick”)",
  sort: " (a “sort” with the same names of its lines)",
  scale: " (a “scale” with the same names of its lines and the same “points”)",
  continuum: " (a “continuum” with the same names of its lines and the same “edges”)",
  rank: " (a “rank” with the same names of its lines)",
};

/** Whether two prompts ask the same, so that their results can stand side by side. */
function sameShape(one: Slide, other: Slide): boolean {
  return one.kind === other.kind && shapeOf(one) === shapeOf(other);
}

/** What the results of a slide are counted by. */
function shapeOf(slide: Slide): string {
  const ids = (items: { id: string }[]) => items.map(({ id }) => id);
  switch (slide.kind) {
    case "choice":
      return JSON.stringify([ids(slide.options), slide.pick, slide.from]);
    case "sort":
      return JSON.stringify([ids(slide.bins), ids(slide.statements)]);
    case "scale":
      return JSON.stringify([ids(slide.statements), slide.points]);
    case "continuum":
      return JSON.stringify([ids(slide.zones), slide.edges, ids(slide.scenarios)]);
    case "rank":
      return JSON.stringify(ids(slide.items));
    default:
      return "";
  }
}
