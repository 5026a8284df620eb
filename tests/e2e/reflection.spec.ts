import { attachmentClass } from "@/tests/e2e/deck";
import { expect, openPhone, startSession, test } from "@/tests/e2e/fixtures";
import { phoneOn } from "@/tests/e2e/pages/phone";
import { piecesOf, recordSent } from "@/tests/e2e/sent";

// Long words of no class, so that no piece of them can be there by chance.
const written = "Quarkspeise umklammert violette Jalousien";
const added = " Zwetschgenbaum flackert";

test("of a reflection nothing but that somebody is done leaves the phone", async ({
  facilitator,
  site,
  browser,
}) => {
  const deck = await attachmentClass();
  const slide = deck.slides.find(({ kind }) => kind === "reflect");
  if (slide?.kind !== "reflect") throw new Error("The class has nothing to reflect on.");
  const console = await startSession(await facilitator.newPage(), site);
  const device = await openPhone(browser);
  const page = await device.newPage();
  const sent = recordSent(page);
  const phone = phoneOn(page);
  const field = page.locator("[data-reflect] textarea");

  await page.goto(`${site.address}/j/${await console.code()}`);
  await phone.goIn();
  await console.forward();
  await console.jumpTo(slide.title);

  await test.step("it is written, and kept as it is typed", async () => {
    await console.forward();
    await expect(page.locator("[data-reflect=open]")).toBeVisible();
    await expect(page.getByText(phone.t("phone.reflect.private"))).toBeVisible();
    await field.focus();
    await page.keyboard.press("End");
    await page.keyboard.type(written);
    const key = `attune:${console.sessionId()}:reflections`;
    const kept = () => page.evaluate((name) => localStorage.getItem(name), key);
    await expect.poll(kept).toContain(written);
  });

  await test.step("done is one press, and the room sees the count", async () => {
    await page.getByRole("button", { name: phone.t("phone.reflect.done") }).tap();
    await expect(phone.status).toContainText(phone.t("phone.reflect.counted"));
    await expect(console.stage).toContainText("1");
  });

  await test.step("it is there after a reload, and can be gone on with", async () => {
    await page.reload();
    await expect(field).toHaveValue(new RegExp(written));
    await field.focus();
    await page.keyboard.press("End");
    await page.keyboard.type(added);
    await console.forward();
    await expect(page.locator("[data-reflect=closed]")).toBeVisible();
    await page.keyboard.type(" Nachtigall");
    await expect(field).toHaveValue(/Nachtigall$/);
  });

  await test.step("and nothing of it was ever sent", async () => {
    const all = await sent.all();
    // Whoever records nothing finds nothing.
    expect(all.some((one) => one.includes("response:submit") && one.includes('{"kind":"reflect"}'))).toBe(
      true,
    );
    const pieces = piecesOf(`${written}${added} Nachtigall`, 6);
    const found = pieces.filter((piece) => all.some((one) => one.includes(piece)));
    expect(found).toEqual([]);
  });
});

test("the recorder of what a phone sends finds what is sent", async ({ site, browser }) => {
  const device = await openPhone(browser);
  const page = await device.newPage();
  const sent = recordSent(page);
  await page.goto(site.address);
  await page.evaluate((text) => {
    void fetch("/nowhere", { method: "POST", body: JSON.stringify({ text: btoa(`x${text}`) }) });
  }, written);
  const all = () => sent.all().then((one) => one.join("\n"));
  await expect.poll(all).toContain("/nowhere");
  const found = piecesOf(written, 6).filter((piece) => piece.length > 5);
  expect(found.some((piece) => written.includes(piece))).toBe(true);
  const wrapped = (await all()).split("\n");
  expect(found.some((piece) => wrapped.some((line) => line.includes(piece)))).toBe(true);
});
