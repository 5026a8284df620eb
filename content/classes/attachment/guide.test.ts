import { expect, test } from "vitest";
import { attachmentClass } from "./built";
import { blocksOf } from "./reading-grade";

const deck = await attachmentClass();
const minutesOf = new Map(deck.slides.map(({ title, minutes }) => [title, minutes]));

/** The lines below one heading of the guide. */
function section(heading: string): string[] {
  const [, after = ""] = deck.guide.split(new RegExp(`<h\\d>${heading}</h\\d>`));
  return blocksOf(after.split(/<h\d>/)[0] ?? "");
}

function totalIn(lines: string[]): number {
  return Number(lines.map((line) => /^Total: (\d+) minutes/.exec(line)?.[1]).find(Boolean));
}

test("the plan for 90 minutes is the class, part by part", () => {
  const lines = section("Plan for 90 minutes");
  const planned = lines.flatMap((line) => {
    const [, part, minutes] = /^(.+): (\d+)$/.exec(line) ?? [];
    return part ? [[part, Number(minutes)] as const] : [];
  });
  const parts = [...new Set(deck.slides.map(({ part }) => part))];
  expect(planned).toEqual(
    parts.map((part) => [
      part,
      deck.slides.filter((slide) => slide.part === part).reduce((sum, { minutes }) => sum + minutes, 0),
    ]),
  );
  expect(planned.reduce((sum, [, minutes]) => sum + minutes, 0)).toBe(90);
  expect(totalIn(lines)).toBe(90);
});

test.each([60, 120])(
  "the plan for %i minutes adds up, and names slides by their titles and minutes",
  (total) => {
    const lines = section(`Plan for ${total} minutes`);
    const changes = lines.flatMap((line) => {
      const [, verb, title = "", rest = ""] =
        /^(Skip|Shorten|Extend|Add) [^“]*“([^”]+)”(.*)$/.exec(line) ?? [];
      if (!verb) return [];
      const minutes = minutesOf.get(title);
      expect(minutes, title).toBeGreaterThan(0);
      const [first = 0, second = 0] = (rest.match(/\d+/g) ?? []).map(Number);
      if (verb === "Add") return [first];
      expect(first, title).toBe(minutes);
      if (verb === "Skip") return [-first];
      expect(Math.sign(second - first), title).toBe(verb === "Extend" ? 1 : -1);
      return [second - first];
    });
    expect(changes.length).toBeGreaterThan(5);
    expect(90 + changes.reduce((sum, change) => sum + change, 0)).toBe(total);
    expect(totalIn(lines)).toBe(total);
  },
);

test("the fidelity checklist names slides that exist, from every part, and none that the short plan skips", () => {
  const titles = section("Fidelity checklist").flatMap((line) =>
    [...line.matchAll(/“([^”]+)”/g)].map(([, title]) => title ?? ""),
  );
  const skipped = section("Plan for 60 minutes").filter((line) => line.startsWith("Skip"));
  for (const title of titles) {
    expect(minutesOf.has(title), title).toBe(true);
    expect(skipped.join("\n")).not.toContain(`“${title}”`);
  }
  const parts = new Set(deck.slides.filter(({ title }) => titles.includes(title)).map(({ part }) => part));
  expect([...parts]).toEqual([...new Set(deck.slides.map(({ part }) => part))]);
});

test.each([
  "What you need",
  "The room",
  "Before you start",
  "Mindfulness, with care",
  "Safeguarding",
  "After the session",
  "Adaptations",
])("the guide speaks of: %s", (heading) => {
  expect(section(heading).length).toBeGreaterThan(3);
});
