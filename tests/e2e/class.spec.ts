import type { Page } from "playwright/test";
import { encode } from "uqr";
import type { Deck } from "@/protocol/classes";
import { partId } from "@/protocol/ids";
import type { ResponseValue, Slide, TimedKind } from "@/protocol/kinds";
import type { Theme } from "@/protocol/kinds/open";
import { type Classroom, classroomOf } from "@/tests/e2e/classroom";
import { attachmentClass, slideIn, textOf } from "@/tests/e2e/deck";
import { type Expected, expectedOf } from "@/tests/e2e/expected";
import { expect, makeAccount, openDesk, openPhone, signIn, startSession, test } from "@/tests/e2e/fixtures";
import { answersTo, grouping, mergedWords, ownThought } from "@/tests/e2e/group";
import { type Line, lineOf } from "@/tests/e2e/line";
import type { PhonePage } from "@/tests/e2e/pages/phone";
import { screenOn } from "@/tests/e2e/pages/screen";
import { expectResults, prints } from "@/tests/e2e/results";
import { signOut } from "@/tests/e2e/sign-out";
import { listen, type Wire } from "@/tests/e2e/wire";
import { wordsOf } from "@/tests/e2e/words";
import { askDatabase, databaseUrl } from "@/tests/support/attune-process";

const t = wordsOf("en");

/** A first measure: its results wait for the second one, so the strong button goes on. */
const keptBack = ["before"];
const hidden = "Uncle Theo told me to shout back";

/** The second time with a phone that drops off and returns, and with a `kill -9` in the middle of the answers. */
for (const trouble of [false, true])
  test(`five phones go through the whole attachment class${trouble ? ", in trouble" : ""}`, async ({
    ownSite: site,
    browser,
  }) => {
    test.setTimeout(900_000);
    const deck = await attachmentClass();
    const desk = await openDesk(browser);
    const page = await desk.newPage();
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
    const room = classroomOf(deck, console, screen, wires);
    const { phones, everywhere, roomSees } = room;

    await test.step("phones come to the lobby by every door, and are counted", async () => {
      await expect(screen.main).toContainText(digits);
      const shown = await screen.main.locator("b").first().textContent();
      const link = `http://${shown}/j/${code}`;
      await expect(screen.page.getByRole("img").locator("path")).toHaveAttribute("d", drawn(link));

      const typing = await room.take(browser);
      await typing.page.goto(`http://${shown}/`);
      await typing.page.getByRole("textbox").fill(digits);
      await typing.page.getByRole("button", { name: t("home.goIn") }).tap();
      await typing.page.waitForURL(`**/j/${code}`);
      await expect(typing.page.getByRole("form", { name: t("phone.keptTitle") })).toContainText(
        "Nobody can see who said what",
      );
      await typing.goIn();

      const spanish = await room.take(browser, "es", "touch", async (device) => {
        if (trouble) line = await lineOf(device);
      });
      const keys = await room.take(browser, "en", "keys");
      const touch = await room.take(browser);
      for (const phone of [spanish, keys, touch]) {
        await phone.page.goto(link);
        await phone.goIn();
      }
      for (const phone of phones) await expect(phone.title).toHaveText(phone.t("phone.lobbyTitle"));
      await expect(screen.main).toContainText(t("screen.phonesHere", { count: 4 }));
      await expect(console.facts).toContainText(t("console.facts.phones", { count: 4 }));
    });

    const forward = async (slide: Slide) => {
      // By turns with the mouse and with the keys of a presenter.
      if (deck.slides.indexOf(slide) % 2 === 0) await console.forward();
      else await console.key("PageDown");
    };

    const answerAll = async (slide: Slide, values: ResponseValue[], from = 0) => {
      await Promise.all(
        values.map(async (value, index) => {
          const phone = phones[from + index] as PhonePage;
          await phone.answer(room.on(phone, slide), value);
          await phone.isSent();
        }),
      );
    };

    const expect5 = async (slide: Slide) => {
      const done = slide.kind === "reflect";
      await expect(console.facts).toContainText(
        done
          ? t("console.facts.done", { count: 5 })
          : t("console.facts.answered", { responses: 5, phones: 5 }),
      );
      await expect(screen.main).toContainText(
        t(done ? "screen.reflect.doneSoFar" : "screen.responsesSoFar", { count: 5 }),
      );
      await expect(console.answers).toContainText(
        done
          ? t("console.prompt.reflect", { count: 5 })
          : t("console.prompt.openUntilClose", { count: 5, minimum: 3 }),
      );
    };

    /** Nobody is told any results by the closing; the facilitator sees them. */
    const close = async (slide: Slide, wanted: Expected) => {
      const done = slide.kind === "reflect";
      const told = wires.map((wire) => wire.results());
      await forward(slide);
      await everywhere((phone) => expect(phone.asked).toBeHidden());
      await expect(screen.main).toContainText(t(done ? "screen.reflect.closed" : "screen.closed"));
      await expect(screen.main).toContainText(
        t(done ? "screen.reflect.doneSoFar" : "screen.responses", { count: wanted.tally.responses }),
      );
      if (!done) await expect(console.answers).toContainText(t("console.prompt.onlyYou"));
      await expectResults(console.answers, wanted, prints.console(t));
      await everywhere((phone) => expect(phone.results).toBeHidden());
      expect(wires.map((wire) => wire.results())).toEqual(told);
      room.explanationIsSecret(slide);
    };

    const ask = async (planned: Slide) => {
      const slide = votedOn(planned, expected);
      const values = answersTo(slide);
      const wanted = beside(expectedOf(slide, values, mergedWords(slide)), expected);
      expected.set(slide.id, wanted);
      if (slide.kind !== "reflect") {
        await everywhere((phone) => expect(phone.main).toContainText(phone.t("phone.opensSoon")));
        await expect(screen.main).toContainText(t("screen.ready"));
      }
      const stands = slide.kind === "reflect" ? "writing" : "phase";
      await expect(console.stage).toContainText(t(`console.stage.${stands}.ready`));

      if (slide.id === "not-teach-guess") await openWithTimer();
      else await forward(slide);
      await room.isOpen(slide);
      if (slide.id === "why-do-soothe") await tooFew(slide, values);
      else if (trouble && slide.id === "calm-do-ideas") await loseServer(slide, values);
      else await answerAll(slide, values);
      if (slide.id === "is-do-easy") await changeMind(slide, values);
      await expect5(slide);
      if (slide.id === "calm-do-vote") await countHands(slide, wanted);

      await close(slide, wanted);
      if (keptBack.includes(slide.id) || slide.kind === "reflect") return;
      await forward(slide);
      await room.resultsAreShown(wanted);
      if (wanted.slide.rounds === 2) await askAgain(slide, wanted);
      if (slide.explanation !== "") await room.explanationIsShown(slide);
      if (slide.id === "is-do-easy") await hideAndShow(wanted);
      if (slide.id === "calm-do-ideas") await moderate(slide, wanted);
    };

    /** The first round tells what the room thinks, and not what is right; the second stands beside it. */
    const askAgain = async (slide: Slide, first: Expected) => {
      room.explanationIsSecret(slide);
      await expect(screen.main).not.toContainText(t("screen.rightAnswer"));
      await forward(slide);
      await room.isOpen(slide);
      await everywhere((phone) => expect(phone.main).toContainText(phone.t("phone.askedAgain")));
      const values = answersTo(slide, 2);
      const second = { ...expectedOf(slide, values), earlier: first.tally } as Expected;
      await answerAll(slide, values);
      await expect5(slide);
      await close(slide, second);
      await forward(slide);
      await room.resultsAreShown(second);
      await expect(screen.main).toContainText(t("screen.rightAnswer"));
      expected.set(slide.id, second);
    };

    /** A pause or a talk: it is stopped by hand, and the first one ends by itself. */
    const together = async (slide: Extract<Slide, { kind: TimedKind }>) => {
      const kind = slide.kind;
      const say = async (key: string) => {
        await expect(screen.main).toContainText(t(`screen.${kind}.${key}`));
        await everywhere((phone) => expect(phone.main).toContainText(phone.t(`phone.${kind}.${key}`)));
      };
      await say("soon");
      if (slide.id === "is-do-talk") {
        await console.timing.locator("summary").click();
        await console.timing.getByLabel(t("console.timing.field.minutes"), { exact: true }).fill("0");
        await console.timing.getByLabel(t("console.timing.field.seconds"), { exact: true }).fill("10");
        await console.leaveFields();
      }
      await console.forward();
      if (kind === "pause") {
        await everywhere((phone) => expect(phone.page.locator("[data-breath]")).toBeVisible());
        await expect(screen.page.locator("[data-breath]")).toBeVisible();
      } else await say(slide.turns > 1 ? "first" : "together");
      if (slide.id === "is-do-talk") await say("swap");
      else await console.forward();
      await say(kind === "pause" ? "over" : "back");
      // Phones and screen know by themselves when the time is up, a moment earlier.
      await expect(console.stage).toContainText(t("console.stage.timed.closed"));
    };

    /** Three have answered when the server is killed; two answer while it is away. */
    const loseServer = async (slide: Slide, values: ResponseValue[]) => {
      await answerAll(slide, values.slice(0, 3));
      await site.kill();
      await everywhere((phone) => expect(phone.banner).toHaveText(phone.t("phone.linkUnreachable")));
      for (const [index, value] of values.slice(3).entries()) {
        const phone = phones[3 + index] as PhonePage;
        await phone.answer(slide, value);
        await expect(phone.status).toContainText(phone.t("phone.willBeSent"));
      }
      await site.start();
      await console.isConnected();
      await everywhere((phone) => phone.isSent());
      const rows = await askDatabase(
        databaseUrl(site.data),
        (sql) => sql`select id from responses where prompt_id = ${slide.id}`,
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
      await expect(lost.title).toHaveText(room.on(lost, slide).title);
      await line?.mend();
      await everywhere((phone) => expect(phone.title).toHaveText(room.on(phone, next).title));
      await expect(lost.banner).toBeEmpty();
      await console.isAnswered();
      await console.back.click();
      await roomSees(slide, slide.bodies.length - 1);
    };

    const openWithTimer = async () => {
      await console.key("t");
      await console.dialog
        .getByRole("button", { name: t("console.sheets.timer.minutes", { count: 5 }), exact: true })
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

    const hideAndShow = async (wanted: Expected) => {
      await console.key("r");
      await everywhere((phone) => expect(phone.results).toBeHidden());
      await expect(console.answers).toContainText(t("console.prompt.onlyYou"));
      await console.key("r");
      await room.resultsAreShown(wanted);
    };

    /** Two parents without a phone raise their hands for the last one. */
    const countHands = async (slide: Slide, { tally }: Expected) => {
      if (slide.kind !== "choice" || tally.kind !== "choice") return;
      const field = (name: string) => console.answers.getByRole("spinbutton", { name, exact: true });
      await console.answers
        .locator("summary")
        .filter({ hasText: t("console.hands.title") })
        .click();
      await field(t("console.hands.voices")).fill("2");
      await field(slide.options.at(-1)?.text ?? "").fill("2");
      await console.answers.getByRole("button", { name: t("console.hands.save") }).click();
      tally.counts[slide.options.length - 1] = (tally.counts.at(-1) ?? 0) + 2;
      tally.responses += 2;
      await expect(console.answers).toContainText(t("console.hands.counted", { count: 2 }));
      await expect(screen.main).toContainText(t("screen.responsesSoFar", { count: 7 }));
      await console.leaveFields();
    };

    /** One card names somebody, and goes; another is worth a talk, and goes up; all others find their theme. */
    const moderate = async (slide: Slide, { tally }: Expected) => {
      if (tally.kind !== "open") return;
      const pinned = tally.cards[1]?.text ?? "";
      const card = (text: string) => console.page.locator("li").filter({ hasText: text });
      await card(hidden)
        .getByRole("button", { name: t("console.cards.hide") })
        .click();
      await expect(screen.main.getByText(hidden)).toBeHidden();
      await everywhere((phone) => expect(phone.results.getByText(hidden)).toBeHidden());
      await expect(console.answers).toContainText(t("console.cards.hiddenTitle", { count: 1 }));
      await card(pinned)
        .getByRole("button", { name: t("console.cards.pin"), exact: true })
        .click();
      await expect(screen.main.locator("li").first()).toContainText(pinned);
      await everywhere((phone) => expect(phone.results.locator("li").first()).toContainText(pinned));

      await console.leaveFields();
      await console.key("g");
      const { keyboard } = page;
      const field = console.board.getByLabel(t("console.cards.board.new"), { exact: true });
      const themes: Theme[] = [];
      for (const [name] of grouping) {
        await field.focus();
        await keyboard.type(name);
        await keyboard.press("Enter");
        const theme = console.board.getByRole("region", { name, exact: true });
        themes.push({ id: partId.parse(await theme.getAttribute("data-zone")), name });
        await expect(field).toHaveValue("");
      }
      for (const [name, places] of grouping)
        for (const place of places) {
          const text = tally.cards[place]?.text ?? "";
          const list = console.board
            .locator("li")
            .filter({ hasText: text })
            .getByRole("combobox", { name: t("console.cards.moveTo") });
          await list.focus();
          // The first letter of a theme chooses it.
          await keyboard.press(name.slice(0, 1));
          await expect(console.board.getByRole("region", { name, exact: true })).toContainText(text);
          await console.isAnswered();
        }
      await console.board.getByRole("button", { name: t("console.cards.board.close") }).click();
      await console.leaveFields();

      const themeOf = (place: number) => grouping.findIndex(([, places]) => places.includes(place));
      const cards = tally.cards
        .slice(0, 4)
        .map((one, place) => ({ ...one, theme: themes[themeOf(place)]?.id ?? null }));
      const grouped = { slide, tally: { ...tally, cards, themes }, earlier: null } as Expected;
      expected.set(slide.id, grouped);
      await expectResults(screen.main, grouped, prints.screen(t));
      await everywhere((phone) => expectResults(phone.results, grouped, prints.phone(phone.t)));
    };

    /** What the room would try, once more. */
    const recall = async (slide: Slide) => {
      if (slide.kind !== "content" || slide.recall === null) return;
      const wanted = expected.get(slide.recall) as Expected;
      await expectResults(screen.main.locator("section"), wanted, prints.screen(t));
      await everywhere((phone) => expectResults(phone.results, wanted, prints.phone(phone.t)));
    };

    /** Somebody comes in late and is where the room is. */
    const comeLate = async (slide: Slide) => {
      const late = await room.take(browser);
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
      "is-teach-near": undoWrongStep,
      "is-close": (slide) => answerQuestions(room, slide),
      "why-close": () => feelPulse(room),
      "calm-teach-pause": reloadConsole,
      "calm-teach-storm": blankAndBack,
      "calm-close": recall,
      ...(trouble && { "is-do-easy": dropOff }),
    };

    await console.forward();
    for (const [index, slide] of deck.slides.entries()) {
      await test.step(`slide ${index + 1}: ${slide.title}`, async () => {
        await roomSees(slide);
        if (slide.kind === "pause" || slide.kind === "pair") await together(slide);
        else if (slide.kind !== "content") await ask(slide);
        for (let step = 1; step < slide.bodies.length; step++) {
          await forward(slide);
          await roomSees(slide, step);
        }
        await inBetween[slide.id]?.(slide);
        const after = deck.slides[index + 1];
        if (!after) return;
        await expect(console.upNext).toContainText(after.title);
        await forward(slide);
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
      // What a parent wrote is the parent's to keep, and nobody else ever had it.
      const own = ownThought(slideIn(deck, "intention", "reflect"));
      await everywhere((phone) => expect(phone.page.getByText(own)).toBeVisible());
      expect(wires.map((wire) => wire.heard()).join()).not.toContain(own);
    });

    const asksAll = async (place: Page) => {
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
      const text = "A glass of cold water";
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
      room.nothingPrivateWasHeard();
      // Results that were never shown were never sent.
      const heard = wires.map((wire) => wire.heard()).join("\n");
      for (const message of heard.split("\n"))
        if (message.includes('"id":"before"')) expect(message).not.toContain('"results":{');
    });
  });

/** A vote is on the themes that the cards were put into. */
function votedOn(slide: Slide, expected: Map<string, Expected>): Slide {
  const ideas = slide.kind === "choice" && slide.from ? expected.get(slide.from)?.tally : undefined;
  if (slide.kind !== "choice" || ideas?.kind !== "open") return slide;
  return { ...slide, options: ideas.themes.map(({ id, name }) => ({ id, text: name })) };
}

/** With what the class compares it with. */
function beside(wanted: Expected, expected: Map<string, Expected>): Expected {
  const earlier = wanted.slide.compare ? expected.get(wanted.slide.compare)?.tally : null;
  return { ...wanted, earlier: earlier ?? null } as Expected;
}

/** Two parents ask, one of them what another wants to know too; the room reads it on the screen. */
async function answerQuestions({ console, screen, phones }: Classroom, slide: Slide): Promise<void> {
  const [asking, wanting] = phones as [PhonePage, PhonePage];
  const text = "Is a grandmother enough?";
  const sheet = await asking.lay("phone.questions.open");
  await sheet.getByRole("textbox").fill(text);
  await sheet.getByRole("button", { name: asking.t("phone.questions.ask"), exact: true }).tap();
  const list = await wanting.lay("phone.questions.open");
  await list
    .locator("[data-question]", { hasText: text })
    .getByRole("button", { name: wanting.t("phone.questions.want") })
    .tap();
  await console.key("q");
  const card = console.dialog.locator("li", { hasText: text });
  await expect(card).toContainText(t("console.questions.votes", { count: 2 }));
  await console.dialog.getByRole("button", { name: t("console.questions.putOn") }).click();
  await expect(screen.title).toHaveText(t("screen.questionsTitle"));
  await expect(screen.main.locator("li")).toContainText([text]);
  await card.getByRole("button", { name: t("console.questions.aloud") }).click();
  await expect(screen.main).toContainText(t("screen.questionsAnswered"));
  await expect(list).toContainText(wanting.t("phone.questions.answered"));
  await console.dialog.getByRole("button", { name: t("console.questions.takeOff") }).click();
  await expect(screen.title).toHaveText(slide.title);
  for (const { page } of [asking, wanting, console]) await page.keyboard.press("Escape");
  for (const { dialog } of [asking, wanting, console]) await expect(dialog).toBeHidden();
}

/** Too few signals stay unseen; enough of them are shares of the room, and nobody's. */
async function feelPulse({ console, phones }: Classroom): Promise<void> {
  const signal = async (phone: PhonePage) => {
    const sheet = await phone.lay("phone.pulse.open");
    await sheet.getByRole("button", { name: phone.t("phone.pulse.signals.need-a-break") }).tap();
    await expect(sheet).toBeHidden();
  };
  for (const phone of phones.slice(0, 2)) await signal(phone);
  await expect(console.page.getByText(t("console.pulse.few", { count: 2 }))).toBeVisible();
  for (const phone of phones.slice(2)) await signal(phone);
  const share = t("console.pulse.share", { tenths: 10 });
  await expect(console.page.getByText(t("console.pulse.signal.need-a-break", { share }))).toBeVisible();
}

/** The code's picture as a path, as the page draws it. */
function drawn(text: string): string {
  const { data } = encode(text, { ecc: "M", border: 4 });
  return data.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ""))).join("");
}

function handoutOf({ handout }: Deck): string {
  return textOf(/<h2[^>]*>([\s\S]*?)<\/h2>/.exec(handout)?.[1] ?? "");
}
