import { expect, type Locator, type Page } from "playwright/test";
import { wordsOf } from "@/tests/e2e/words";

const t = wordsOf("en");

/** The facilitator's page of a session, in the words that stand on it. */
export type ConsolePage = ReturnType<typeof consoleOn>;

export function consoleOn(page: Page) {
  // A region may say in its name how it stands, as in "The room sees: closed".
  const region = (key: string): Locator => page.getByRole("region", { name: new RegExp(`^${t(key)}`) });
  const dock = region("console.dock.label");
  const dialog = page.getByRole("dialog");
  const strong = dock.locator("[aria-keyshortcuts^=Space]");
  // Phones and screen may show what a press led to before the console has its answer.
  const isAnswered = () => expect(strong).toHaveAttribute("data-busy", "false");
  return {
    page,
    /** What the room sees now. */
    stage: region("console.stage.title"),
    facts: region("console.facts.label"),
    notes: region("console.notes.title"),
    answers: region("console.prompt.title"),
    /** Where the length of a pause or a talk is set. */
    timing: region("console.timing.title.pause").or(region("console.timing.title.pair")),
    board: region("console.cards.board.title"),
    upNext: region("console.upNext.title"),
    header: page.getByRole("banner"),
    notice: dock.getByRole("alert"),
    /** The one strong button. */
    strong,
    isAnswered,
    undo: dock.getByRole("button", { name: t("console.dock.undo") }),
    back: dock.getByRole("button", { name: t("console.dock.back"), exact: true }),
    dialog,
    /** A quiet step by its key of the messages, such as `hide`. */
    quiet: (name: string) => dock.getByRole("button", { name: t(`console.quiet.${name}`) }),

    isConnected: () => expect(page.getByRole("banner")).toContainText(t("console.header.online")),

    /** The code as digits, from the stage. */
    code: async () => {
      const printed = page.getByText(/^\d{4} \d{4}$/).first();
      return ((await printed.textContent()) ?? "").replace(" ", "");
    },

    sessionId: () => /\/sessions\/([^/]+)\/console/.exec(page.url())?.[1] ?? "",

    forward: async () => {
      await isAnswered();
      await strong.click();
    },

    /** By its key: the strong button may name something else. */
    showResults: async () => {
      await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
      await isAnswered();
      await page.keyboard.press("r");
    },

    /** A key of the console. */
    key: async (key: string) => {
      await isAnswered();
      await page.keyboard.press(key);
    },

    /** Puts the focus back on the page: a field keeps the keys for itself, a pane scrolls with them. */
    leaveFields: () => page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur()),

    jumpTo: async (title: string) => {
      await isAnswered();
      await dock.getByRole("button", { name: t("console.quiet.jump") }).click();
      await dialog.getByRole("button", { name: title }).click();
      await expect(region("console.stage.title").getByRole("heading", { name: title })).toBeVisible();
    },

    /** The screen in its own window, as the facilitator opens it. */
    openScreen: async (): Promise<Page> => {
      const opened = page.context().waitForEvent("page");
      await page
        .getByRole("link", { name: t("console.lobby.screenOpen") })
        .first()
        .click();
      const screen = await opened;
      await screen.setViewportSize({ width: 1920, height: 1080 });
      // On a projector it covers nothing; a covered page would draw, and take clicks, once a second.
      await page.bringToFront();
      return screen;
    },

    end: async () => {
      await dock.getByRole("button", { name: t("console.dock.more"), exact: true }).click();
      await dialog.getByRole("button", { name: t("console.sheets.more.end") }).click();
      await dialog.getByRole("button", { name: t("console.sheets.end.confirm") }).click();
      await expect(page.getByRole("heading", { name: t("console.ended.title") })).toBeVisible();
    },
  };
}
