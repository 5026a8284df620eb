import { attachmentClass, slideIn } from "@/tests/e2e/deck";
import { expect, joinAs, openPhone, startSession, test } from "@/tests/e2e/fixtures";
import { lineOf } from "@/tests/e2e/line";

test("parents ask and want to know, each once, also without a network and after a reload", async ({
  facilitator,
  site,
  browser,
}) => {
  const console = await startSession(await facilitator.newPage(), site);
  const code = await console.code();
  const first = await joinAs(await openPhone(browser), site.address, code);
  const pocket = await openPhone(browser);
  const line = await lineOf(pocket);
  const second = await joinAs(pocket, site.address, code);

  const asking = await first.lay("phone.questions.open");
  await asking.getByRole("textbox").fill("Is a grandmother enough?");
  await asking.getByRole("button", { name: first.t("phone.questions.ask"), exact: true }).tap();
  await expect(asking.getByText(first.t("phone.questions.mine"), { exact: true })).toBeVisible();

  const reading = await second.lay("phone.questions.open");
  const want = reading.getByRole("button", { name: second.t("phone.questions.want") });
  await want.tap();
  await expect(want).toHaveAttribute("aria-pressed", "true");
  await expect(asking).toContainText(first.t("phone.questions.votes", { count: 2 }));
  await want.tap();
  await expect(asking).toContainText(first.t("phone.questions.votes", { count: 1 }));

  await line.cut();
  for (const text of ["What if I shout?", "And at night?"]) {
    await reading.getByRole("textbox").fill(text);
    await reading.getByRole("button", { name: second.t("phone.questions.ask"), exact: true }).tap();
  }
  await expect(reading.getByText(second.t("phone.questions.status.waiting"))).toHaveCount(2);
  await line.mend();
  await expect(asking.locator("[data-question]")).toHaveCount(3);

  await second.page.reload();
  const again = await second.lay("phone.questions.open");
  const mine = again.locator("[data-question]", { hasText: "What if I shout?" });
  await mine.getByRole("button", { name: second.t("phone.questions.withdraw") }).tap();
  await expect(asking.locator("[data-question]")).toHaveCount(2);
  await expect(asking).not.toContainText("What if I shout?");
});

test("a signal stands until it is taken back", async ({ facilitator, site, browser }) => {
  const console = await startSession(await facilitator.newPage(), site);
  const phone = await joinAs(await openPhone(browser), site.address, await console.code());
  await console.forward();
  await (await phone.lay("phone.pulse.open"))
    .getByRole("button", { name: phone.t("phone.pulse.signals.slow-down") })
    .tap();
  const chosen = phone.page.getByRole("button", { name: phone.t("phone.pulse.short.slow-down") });
  await expect(chosen).toBeFocused();
  await phone.page.reload();
  await chosen.tap();
  await phone.page.getByRole("dialog").locator("[aria-pressed=true]").tap();
  await phone.page.keyboard.press("Escape");
  await expect(chosen).toHaveCount(0);
});

test("a phone that is handed on answers as another, and keeps nothing of the one before", async ({
  facilitator,
  site,
  browser,
}) => {
  const deck = await attachmentClass();
  const words = slideIn(deck, "arriving", "words");
  const console = await startSession(await facilitator.newPage(), site);
  const phone = await joinAs(await openPhone(browser), site.address, await console.code());
  await console.forward();
  await console.jumpTo(words.title);
  await console.forward();
  await phone.answer(words, { kind: "words", words: ["tired"] });
  await phone.isSent();

  await phone.page.locator("summary", { hasText: phone.t("phone.menu") }).tap();
  await phone.page.getByRole("button", { name: phone.t("phone.handOn.open") }).tap();
  await phone.page.getByRole("button", { name: phone.t("phone.handOn.confirm") }).tap();
  await expect(phone.title).toBeFocused();
  const kept = await phone.page.evaluate(() => JSON.stringify(Object.values(localStorage)));
  expect(kept).not.toContain("tired");

  await phone.goIn();
  await expect(phone.form.getByRole("textbox").first()).toHaveValue("");
  await phone.answer(words, { kind: "words", words: ["calm"] });
  await phone.isSent();
  await expect(console.facts).toContainText("2");
});

test("the language is chosen on the way in, holds for the phone, and keeps what is being written", async ({
  facilitator,
  site,
  browser,
}) => {
  const deck = await attachmentClass();
  const words = slideIn(deck, "arriving", "words");
  const console = await startSession(await facilitator.newPage(), site);
  const phone = await joinAs(await openPhone(browser), site.address, await console.code());
  await console.forward();
  await console.jumpTo(words.title);
  await console.forward();
  await phone.form.getByRole("textbox").first().fill("cansada");
  await phone.page.locator("summary", { hasText: phone.t("phone.menu") }).tap();
  await phone.page.getByRole("combobox").selectOption("es");
  await expect(phone.page.locator("html")).toHaveAttribute("lang", "es");
  await expect(phone.page.getByRole("textbox").first()).toHaveValue("cansada");
  await phone.page.reload();
  await expect(phone.page.locator("html")).toHaveAttribute("lang", "es");
  await expect(phone.page.getByRole("textbox").first()).toHaveValue("cansada");
});
