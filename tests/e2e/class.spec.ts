import type { Locator } from "playwright/test";
import { encode } from "uqr";
import type { Deck } from "@/protocol/classes";
import type { ResponseValue, Slide } from "@/protocol/kinds";
import { attachmentClass, itemsOf, slideIn, textOf } from "@/tests/e2e/deck";
import { expect, makeAccount, openDesk, openPhone, signIn, startSession, test } from "@/tests/e2e/fixtures";
import { answersTo, mergedWords } from "@/tests/e2e/group";
import { type Line, lineOf } from "@/tests/e2e/line";
import { type PhonePage, phoneOn } from "@/tests/e2e/pages/phone";
import { screenOn } from "@/tests/e2e/pages/screen";
import { type Expected, expectedOf, expectResults, prints } from "@/tests/e2e/results";
import { signOut } from "@/tests/e2e/sign-out";
import { listen, type Wire } from "@/tests/e2e/wire";
import { wordsOf } from "@/tests/e2e/words";
import { askDatabase, databaseUrl } from "@/tests/support/attune-process";

const t = wordsOf("en");

/** Prompts whose results the notes tell to keep for later. */
const keptBack = ["before"];

/** The second time with a phone that drops off and returns, and with a `kill -9` in the middle of the answers. */
for (const trouble of [false, true])
  test(`five phones go through the whole attachment class${trouble ? ", in trouble" : ""}`, async ({
    ownSite: site,
    browser,
  }) => {
    test.setTimeout(600_000);
    const deck = await attachmentClass();
    const desk = await openDesk(browser);
    const page = await desk.newPage();
    const phones: PhonePage[] = [];
    const wires: Wire[] = [];
    const expected = new Map<string, Expected>();
    let line: Line | undefined;

    await test.step("the first-run link makes the account; signing in needs no more", async () => {
      await makeAccount(page, site);
      await signOut(page);
      await signIn(page, site);
    });

    const console = await startSession(page, site);
    const code = await console.code();
    const digits = `${code.slice(0, 4)} ${code.slice(4)}`;
    desk.on("page", (opened) => wires.push(listen(opened)));
    const screen = screenOn(await console.openScreen());

    /** A new phone on which everything that it is told is written down. */
    const take = async (language: "en" | "es" = "en") => {
      const context = await openPhone(browser, language);
      if (trouble && phones.length === 1) line = await lineOf(context);
      const opened = await context.newPage();
      wires.push(listen(opened));
      const phone = phoneOn(opened, language);
      phones.push(phone);
      return phone;
    };

    await test.step("phones come to the lobby by every door, and are counted", async () => {
      await expect(screen.main).toContainText(digits);
      const shown = await screen.main.locator("b").first().textContent();
      const link = `http://${shown}/j/${code}`;
      await expect(screen.page.getByRole("img").locator("path")).toHaveAttribute("d", drawn(link));

      const typing = await take();
      await typing.page.goto(`http://${shown}/`);
      await typing.page.getByRole("textbox").fill(digits);
      await typing.page.getByRole("button", { name: t("home.goIn") }).tap();
      await typing.page.waitForURL(`**/j/${code}`);
      await expect(typing.page.getByRole("form")).toContainText("Nobody can see who said what");
      await typing.goIn();

      for (const language of ["en", "es", "en"] as const) {
        const phone = await take(language);
        await phone.page.goto(link);
        await phone.goIn();
      }
      for (const phone of phones) await expect(phone.title).toHaveText(phone.t("phone.lobbyTitle"));
      await expect(screen.main).toContainText(t("screen.phonesHere", { count: 4 }));
      await expect(console.facts).toContainText(t("console.facts.phones", { count: 4 }));
    });

    const everywhere = async (check: (phone: PhonePage) => Promise<unknown>) => {
      await Promise.all(phones.map(check));
    };

    /** Phones, screen and console show this step of this slide, and none what is private. */
    const roomSees = async (slide: Slide, step = 0) => {
      const items = slide.kind === "content" ? itemsOf(slide.bodies[step] ?? "") : undefined;
      await expect(console.stage.getByRole("heading", { name: slide.title, exact: true })).toBeVisible();
      await expect(console.notes).toContainText(opening(slide.notes));
      await expect(screen.title).toHaveText(slide.title);
      await everywhere((phone) => expect(phone.title).toHaveText(slide.title));
      if (items) {
        await expect(console.stage.locator("li")).toHaveText(items);
        await expect(screen.main.locator("li")).toHaveText(items);
        await everywhere((phone) => expect(phone.main.locator("li")).toHaveText(items));
      }
      if (step > 0) return;
      for (const seen of [screen.page, ...phones.map((phone) => phone.page)])
        expect(await seen.content()).not.toContain(opening(slide.notes));
    };

    const forward = async (slide: Slide) => {
      // By turns with the mouse and with the keys of a presenter.
      if (deck.slides.indexOf(slide) % 2 === 0) await console.forward();
      else await console.key("PageDown");
    };

    const answerAll = async (slide: Slide, values: ResponseValue[], from = 0) => {
      await Promise.all(
        values.map(async (value, index) => {
          const phone = phones[from + index];
          await phone?.answer(slide, value);
          await phone?.isSent();
        }),
      );
    };

    const isOpen = async () => {
      await expect(screen.main).toContainText(t("screen.open"));
      await everywhere((phone) => expect(phone.form).toBeVisible());
    };

    const resultsAreShown = async (slide: Slide) => {
      const wanted = expected.get(slide.id) as Expected;
      await expect(console.answers).toContainText(t("console.prompt.roomSees"));
      await expectResults(screen.main, wanted, prints.screen(t));
      await everywhere((phone) => expectResults(phone.results, wanted, prints.phone(phone.t)));
    };

    const ask = async (slide: Slide) => {
      const values = answersTo(slide);
      const wanted = expectedOf(slide, values, mergedWords(slide));
      expected.set(slide.id, wanted);
      await everywhere((phone) => expect(phone.main).toContainText(phone.t("phone.opensSoon")));
      await expect(screen.main).toContainText(t("screen.ready"));
      await expect(console.stage).toContainText(t("console.stage.phase.ready"));

      if (slide.id === "guess") await openWithTimer();
      else await forward(slide);
      await isOpen();
      if (slide.id === "soothers") await tooFew(slide, values);
      else if (trouble && slide.id === "first-sign") await loseServer(slide, values);
      else await answerAll(slide, values);
      if (slide.id === "yours") await changeMind(slide, values);

      await expect(console.facts).toContainText(t("console.facts.answered", { responses: 5, phones: 5 }));
      await expect(screen.main).toContainText(t("screen.responsesSoFar", { count: 5 }));
      await expect(console.answers).toContainText(
        t("console.prompt.openUntilClose", { count: 5, minimum: 3 }),
      );
      const told = wires.map((wire) => wire.results());

      if (slide.id === "guess")
        await expect(screen.main).toContainText(t("screen.closed"), { timeout: 45_000 });
      else await forward(slide);
      await everywhere((phone) => expect(phone.form).toBeHidden());
      await expect(screen.main).toContainText(t("screen.closed"));
      await expect(screen.main).toContainText(t("screen.responses", { count: 5 }));
      await expect(console.answers).toContainText(t("console.prompt.onlyYou"));
      await expectResults(console.answers, wanted, prints.console(t));
      await everywhere((phone) => expect(phone.results).toBeHidden());
      expect(wires.map((wire) => wire.results())).toEqual(told);
      if (keptBack.includes(slide.id)) return;

      await forward(slide);
      await resultsAreShown(slide);
      if (slide.id === "yours") await hideAndShow(slide);
      if (slide.id === "first-sign") await moderate(slide);
    };

    /** Three have answered when the server is killed; two answer while it is away. */
    const loseServer = async (slide: Slide, values: ResponseValue[]) => {
      await answerAll(slide, values.slice(0, 3));
      await site.kill();
      await everywhere((phone) => expect(phone.banner).toHaveText(phone.t("phone.linkUnreachable")));
      for (const [index, value] of values.slice(3).entries()) {
        const phone = phones[3 + index];
        await phone?.answer(slide, value);
        await expect(phone?.status as Locator).toContainText(phone?.t("phone.willBeSent") ?? "");
      }
      await site.start();
      await console.isConnected();
      await everywhere((phone) => phone.isSent());
      const rows = await askDatabase(
        databaseUrl(site.data),
        (sql) => sql`select id from responses where slide_id = ${slide.id}`,
      );
      expect(rows).toHaveLength(values.length);
    };

    /** One phone has no network while the room goes on, and finds its own way back. */
    const dropOff = async (slide: Slide) => {
      const lost = phones[1] as PhonePage;
      const next = deck.slides[deck.slides.indexOf(slide) + 1] as Slide;
      await line?.cut();
      await expect(lost.banner).toHaveText(lost.t("phone.linkOffline"));
      await console.forward();
      await expect(screen.title).toHaveText(next.title);
      await expect(lost.title).toHaveText(slide.title);
      await line?.mend();
      await everywhere((phone) => expect(phone.title).toHaveText(next.title));
      await expect(lost.banner).toBeEmpty();
      await console.isAnswered();
      await console.back.click();
      await roomSees(slide, slide.bodies.length - 1);
    };

    const openWithTimer = async () => {
      await console.key("t");
      await console.dialog
        .getByRole("button", { name: t("console.sheets.timer.seconds", { count: 30 }), exact: true })
        .click();
      await everywhere((phone) => expect(phone.page.getByRole("timer")).toBeVisible());
      await expect(screen.page.getByRole("timer")).toBeVisible();
      await expect(console.facts.getByRole("timer")).toContainText(t("console.facts.timerCloses"));
    };

    /** Two answers alone would name their authors: the room reads that, and the question opens again. */
    const tooFew = async (slide: Slide, values: ResponseValue[]) => {
      await answerAll(slide, values.slice(0, 2));
      await console.key("o");
      await expect(console.answers).toContainText(t("console.prompt.closedHeld", { count: 2, minimum: 3 }));
      await console.key("r");
      await expect(screen.main).toContainText(t("screen.heldTitle"));
      await everywhere((phone) => expect(phone.main).toContainText(phone.t("phone.heldBack")));
      await expect(console.answers).toContainText(t("console.prompt.roomIsTold"));
      await console.key("o");
      await phones[4]?.form.waitFor();
      await answerAll(slide, values.slice(2), 2);
    };

    /** The first parent sends something else, and then what counts. */
    const changeMind = async (slide: Slide, values: ResponseValue[]) => {
      const [phone] = phones;
      const [own, other] = [values[0], values[4]];
      if (!phone || !own || !other) return;
      for (const value of [other, own]) {
        await phone.change();
        await phone.write(slide, value);
        await phone.sendChange();
        await phone.isSent();
      }
    };

    const hideAndShow = async (slide: Slide) => {
      await console.key("r");
      await everywhere((phone) => expect(phone.results).toBeHidden());
      await expect(console.answers).toContainText(t("console.prompt.onlyYou"));
      await console.key("r");
      await resultsAreShown(slide);
    };

    /** One card names somebody, and goes; another is worth a talk, and goes up. */
    const moderate = async (slide: Slide) => {
      const texts = answersTo(slide).flatMap((value) => (value.kind === "open" ? [value.text] : []));
      const [pinned, hidden] = [texts[1] ?? "", texts[4] ?? ""];
      const card = (text: string) => console.answers.locator("li").filter({ hasText: text });
      await card(hidden)
        .getByRole("button", { name: t("console.results.hide") })
        .click();
      await expect(screen.main.getByText(hidden)).toBeHidden();
      await everywhere((phone) => expect(phone.results.getByText(hidden)).toBeHidden());
      await expect(console.answers).toContainText(t("console.results.hiddenTitle", { count: 1 }));
      await card(pinned)
        .getByRole("button", { name: t("console.results.pin"), exact: true })
        .click();
      await expect(screen.main.locator("li").first()).toContainText(pinned);
      await everywhere((phone) => expect(phone.results.locator("li").first()).toContainText(pinned));
      const kept = answersTo(slide).filter((value) => value.kind !== "open" || value.text !== hidden);
      const { tally } = expectedOf(slide, kept);
      expected.set(slide.id, { slide, tally: { ...tally, responses: 5 } } as Expected);
    };

    /** Somebody comes in late and is where the room is. */
    const comeLate = async (slide: Slide) => {
      const late = await take();
      await late.page.goto(phones[1]?.page.url() ?? "");
      await late.goIn();
      await roomSees(slide, slide.bodies.length - 1);
      await expect(console.facts).toContainText(t("console.facts.phones", { count: 5 }));
    };

    const undoWrongStep = async (slide: Slide) => {
      await console.forward();
      await expect(screen.title).not.toHaveText(slide.title);
      await console.isAnswered();
      await console.undo.click();
      await roomSees(slide, slide.bodies.length - 1);
      await console.isAnswered();
      await console.back.click();
      await roomSees(slide, slide.bodies.length - 2);
      await console.key("ArrowRight");
      await roomSees(slide, slide.bodies.length - 1);
    };

    const blankAndBack = async (slide: Slide) => {
      await console.key("b");
      await everywhere((phone) => expect(phone.title).toHaveText(phone.t("phone.blankTitle")));
      await expect(screen.title).toHaveText(t("screen.blank"));
      await expect(console.stage).toContainText(t("console.stage.blank"));
      await console.key("b");
      await roomSees(slide, slide.bodies.length - 1);
    };

    const reloadConsole = async (slide: Slide) => {
      await page.reload();
      await console.isConnected();
      await roomSees(slide, slide.bodies.length - 1);
    };

    const inBetween: Record<string, (slide: Slide) => Promise<void>> = {
      agreements: comeLate,
      seven: undoWrongStep,
      "three-nots": reloadConsole,
      storm: blankAndBack,
      ...(trouble && { yours: dropOff }),
    };

    await console.forward();
    for (const [index, slide] of deck.slides.entries()) {
      await test.step(`slide ${index + 1}: ${slide.title}`, async () => {
        await roomSees(slide);
        if (slide.kind !== "content") await ask(slide);
        for (let step = 1; step < slide.bodies.length; step++) {
          await forward(slide);
          await roomSees(slide, step);
        }
        await inBetween[slide.id]?.(slide);
        const after = deck.slides[index + 1];
        if (!after) return;
        await expect(console.upNext).toContainText(after.title);
        if (keptBack.includes(slide.id)) await console.jumpTo(after.title);
        else await forward(slide);
      });
    }

    await test.step("the end says goodbye, can be undone, and then stands", async () => {
      const last = deck.slides.at(-1) as Slide;
      await console.end();
      await console.undo.click();
      await roomSees(last);
      await console.end();
      await everywhere((phone) => expect(phone.title).toHaveText(phone.t("phone.goodbyeTitle")));
      await expect(screen.title).toHaveText(t("screen.goodbyeTitle"));
      // What a parent wrote is the parent's to keep.
      await expect(
        phones[0]?.page.getByText("When the shoes fly, I will sit down first") as Locator,
      ).toBeVisible();
    });

    const hidden = "Uncle Theo shouted at me on Sunday";
    const asksAll = async (place: typeof page) => {
      for (const wanted of expected.values()) {
        const prompt = place.getByRole("article", { name: wanted.slide.title, exact: true });
        await expectResults(prompt, wanted, prints.summary(t));
      }
      await expect(place.getByText(hidden)).toBeHidden();
      expect(await place.content()).not.toContain(hidden);
    };

    await test.step("the summary has every prompt, and not the hidden card", async () => {
      await page.getByRole("link", { name: t("console.ended.toSummary") }).click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(deck.title);
      await asksAll(page);
      // Seen only now, a card can still be kept from the link, and given back.
      const text = "My shoulders climb up to my ears";
      await page.getByRole("button", { name: t("summary.hideCardNamed", { text }) }).click();
      await expect(page.getByText(t("summary.cardHidden"))).toBeVisible();
      await page.getByRole("button", { name: t("summary.showCardNamed", { text }) }).click();
      await expect(page.getByText(text)).toBeVisible();
    });

    await test.step("parents read the same behind a link, until it is taken back", async () => {
      await page.getByRole("button", { name: t("summary.share.create") }).click();
      const link = await page.getByLabel(t("summary.share.link"), { exact: true }).inputValue();
      const parent = await (await openPhone(browser)).newPage();
      await parent.goto(link);
      await expect(parent.getByRole("heading", { level: 1 })).toHaveText(deck.title);
      await asksAll(parent);
      await expect(parent.getByRole("region", { name: t("shared.handout") })).toContainText(handoutOf(deck));
      await page.getByRole("button", { name: t("summary.share.revoke") }).click();
      await page.getByRole("button", { name: t("summary.share.revokeYes") }).click();
      await expect(page.getByLabel(t("summary.share.link"), { exact: true })).toBeHidden();
      await parent.reload();
      await expect(parent.getByRole("heading", { level: 1 })).toHaveText(t("shared.closedTitle"));
    });

    await test.step("the session stands in the list", async () => {
      await page.getByRole("link", { name: t("summary.allSessions") }).click();
      await expect(page.getByRole("main").getByRole("link", { name: deck.title })).toBeVisible();
      await expect(page.getByRole("main")).toContainText(t("sessions.phones", { count: 5 }));
    });

    await test.step("nothing private ever went to a phone or the screen", () => {
      const heard = wires.map((wire) => wire.heard()).join("\n");
      for (const slide of deck.slides) expect(heard).not.toContain(opening(slide.notes));
      expect(heard).not.toContain('"notes"');
      // Results that were never shown were never sent.
      const before = slideIn(deck, "before", "scale");
      for (const message of heard.split("\n"))
        if (message.includes(`"id":"${before.id}"`)) expect(message).not.toContain('"results":{');
    });
  });

/** The code's picture as a path, as the page draws it. */
function drawn(text: string): string {
  const { data } = encode(text, { ecc: "M", border: 4 });
  return data.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ""))).join("");
}

/** The first words of notes: enough to know them by. */
function opening(notes: string): string {
  return textOf(/<p>([\s\S]*?)<\/p>/.exec(notes)?.[1] ?? "")
    .slice(0, 60)
    .trimEnd();
}

function handoutOf({ handout }: Deck): string {
  return textOf(/<h2[^>]*>([\s\S]*?)<\/h2>/.exec(handout)?.[1] ?? "");
}
