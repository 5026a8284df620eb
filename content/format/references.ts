import type { Slide } from "@/protocol/kinds";
import type { Report } from "./errors";
import { asksForAnswers } from "./kinds";
import { suggest } from "./spelling";
import type { ReadDeck } from "./translation";

/** What a slide may name: an earlier one, of a kind that fits. */
export function checkReferences({ deck, lines }: ReadDeck, report: Report): void {
  deck.slides.forEach((slide, index) => {
    const before = deck.slides.slice(0, index);
    for (const { field, name, fits, what } of referencesOf(slide)) {
      const found = before.find(({ id }) => id === name);
      if (found && fits(found)) continue;
      const possible = before.filter(fits).map(({ id }) => id);
      const hint = possible.length > 0 ? suggest(name, possible) : "There is none before this one.";
      report(lines.get(slide.id) ?? 1, `“${field}: ${name}” must name an earlier slide ${what}. ${hint}`);
    }
  });
}

type Reference = { field: string; name: string; fits: (earlier: Slide) => boolean; what: string };

function referencesOf(slide: Slide): Reference[] {
  const references: Reference[] = [];
  const add = (field: string, name: string | null, what: string, fits: Reference["fits"]) => {
    if (name !== null) references.push({ field, name, what, fits });
  };
  if (slide.kind === "content")
    add(
      "recall",
      slide.recall,
      "that asks the room",
      ({ kind }) => asksForAnswers(kind) && kind !== "reflect",
    );
  if (slide.kind === "choice") add("from", slide.from, "of the kind open", ({ kind }) => kind === "open");
  if ("compare" in slide)
    add("compare", slide.compare, "of the same kind with the same lines", (earlier) =>
      sameShape(slide, earlier),
    );
  return references;
}

/** Whether two prompts ask the same, so that their results can stand side by side. */
export function sameShape(one: Slide, other: Slide): boolean {
  return one.kind === other.kind && shapeOf(one) === shapeOf(other);
}

/** What the results of a slide are counted by. */
export function shapeOf(slide: Slide): string {
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
