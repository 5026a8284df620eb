import type { Browser, BrowserContext } from "playwright/test";
import type { Deck } from "@/protocol/classes";
import type { Slide } from "@/protocol/kinds";
import { inLanguage, itemsOf, textOf } from "@/tests/e2e/deck";
import type { Expected } from "@/tests/e2e/expected";
import { expect, openPhone } from "@/tests/e2e/fixtures";
import type { ConsolePage } from "@/tests/e2e/pages/console";
import { type PhonePage, phoneOn } from "@/tests/e2e/pages/phone";
import type { ScreenPage } from "@/tests/e2e/pages/screen";
import { expectResults, prints } from "@/tests/e2e/results";
import { listen, type Wire } from "@/tests/e2e/wire";
import { wordsOf } from "@/tests/e2e/words";

const t = wordsOf("en");

export type Classroom = ReturnType<typeof classroomOf>;

/** Console, screen and phones of one class, and what they all must show. */
export function classroomOf(deck: Deck, console: ConsolePage, screen: ScreenPage, wires: Wire[]) {
  const phones: PhonePage[] = [];
  const everywhere = async (check: (phone: PhonePage, index: number) => Promise<unknown>) => {
    await Promise.all(phones.map(check));
  };
  const on = (phone: PhonePage, slide: Slide) => inLanguage(deck, slide, phone.language);
  const everyEdition = (slide: Slide) => [
    slide,
    ...Object.keys(deck.translations).map((language) => inLanguage(deck, slide, language)),
  ];

  return {
    deck,
    console,
    screen,
    wires,
    phones,
    everywhere,
    on,

    /** A new phone on which everything that it is told is written down. */
    take: async (
      browser: Browser,
      language: "en" | "es" = "en",
      hand: "touch" | "keys" = "touch",
      prepare: (device: BrowserContext) => Promise<unknown> = () => Promise.resolve(),
    ) => {
      const context = await openPhone(browser, language);
      await prepare(context);
      const opened = await context.newPage();
      wires.push(listen(opened));
      const phone = phoneOn(opened, language, hand);
      phones.push(phone);
      return phone;
    },

    /** Phones, screen and console show this step of this slide, and none what is private. */
    roomSees: async (slide: Slide, step = 0) => {
      const itemsIn = ({ bodies }: Slide) => itemsOf(bodies[step] ?? "");
      await expect(console.stage.getByRole("heading", { name: slide.title, exact: true })).toBeVisible();
      await expect(console.notes).toContainText(opening(slide.notes));
      await expect(screen.title).toHaveText(slide.title);
      await everywhere((phone) => expect(phone.title).toHaveText(on(phone, slide).title));
      if (slide.kind === "content" && slide.recall === null) {
        await expect(console.stage.locator("li")).toHaveText(itemsIn(slide));
        await expect(screen.main.locator("li")).toHaveText(itemsIn(slide));
        await everywhere((phone) => expect(phone.main.locator("li")).toHaveText(itemsIn(on(phone, slide))));
      }
      if (step > 0) return;
      for (const seen of [screen.page, ...phones.map((phone) => phone.page)]) {
        const content = await seen.content();
        for (const { notes } of everyEdition(slide)) isNotIn(content, opening(notes));
      }
    },

    isOpen: async (slide: Slide) => {
      const words = slide.kind === "reflect" ? "screen.reflect.open" : "screen.open";
      await expect(screen.main).toContainText(t(words));
      await everywhere((phone) => expect(phone.asked).toBeVisible());
    },

    /** The same results everywhere. */
    resultsAreShown: async (wanted: Expected) => {
      await expect(console.answers).toContainText(t("console.prompt.roomSees"));
      await expectResults(console.answers, wanted, prints.console(t));
      await expectResults(screen.main, wanted, prints.screen(t));
      await everywhere((phone) => {
        // A slide keeps its kind in every language.
        const read = { ...wanted, slide: on(phone, wanted.slide) } as Expected;
        return expectResults(phone.results, read, prints.phone(phone.t));
      });
    },

    /** What the right answer means, in every language: nobody was told of it. */
    explanationIsSecret: (slide: Slide) => {
      // A handout may say the same; it is to be read at home.
      const views = wires
        .flatMap((wire) => wire.heard().split("\n"))
        .filter((one) => one.includes('"audience"'));
      for (const { explanation } of everyEdition(slide))
        if (explanation !== "") isNotIn(views.join("\n"), opening(explanation));
    },

    explanationIsShown: async (slide: Slide) => {
      await expect(screen.main).toContainText(opening(slide.explanation));
      await everywhere((phone) => expect(phone.results).toContainText(opening(on(phone, slide).explanation)));
    },

    /** Nothing that is the facilitator's alone ever went to a phone or the screen. */
    nothingPrivateWasHeard: () => {
      const heard = wires.map((wire) => wire.heard()).join("\n");
      for (const slide of deck.slides)
        for (const { notes } of everyEdition(slide)) isNotIn(heard, opening(notes));
      isNotIn(heard, '"notes"');
    },
  };
}

/** The first words of a text: enough to know it by. */
function opening(html: string): string {
  return textOf(/<p>([\s\S]*?)<\/p>/.exec(html)?.[1] ?? "")
    .slice(0, 60)
    .trimEnd();
}

/** Says only the piece when it is there: the whole is long, and nobody's to read. */
function isNotIn(whole: string, piece: string): void {
  expect(piece).not.toBe("");
  expect(whole.includes(piece), `“${piece}” must not be there`).toBe(false);
}
