import { attachmentClass } from "@/tests/e2e/deck";
import { expect, joinAs, openPhone, startSession, test } from "@/tests/e2e/fixtures";
import { answersTo, ownThought } from "@/tests/e2e/group";
import { sendByKeys, tabTo, writeByKeys } from "@/tests/e2e/pages/keys";
import type { Site } from "@/tests/e2e/site";
import { wordsOf } from "@/tests/e2e/words";
import { askDatabase, databaseUrl } from "@/tests/support/attune-process";

const t = wordsOf("en");

test("every kind of prompt is answered and changed with a keyboard alone", async ({
  facilitator,
  site,
  browser,
}) => {
  const deck = await attachmentClass();
  const console = await startSession(await facilitator.newPage(), site);
  const { page, ...phone } = await joinAs(await openPhone(browser), site.address, await console.code());
  await expect(phone.title).toHaveText(t("phone.lobbyTitle"));
  await console.forward();
  const prompts = deck.slides.filter(
    (slide, index, all) =>
      answersTo(slide).length > 0 && all.findIndex(({ kind }) => kind === slide.kind) === index,
  );
  expect(prompts).toHaveLength(8);
  for (const slide of prompts)
    await test.step(slide.kind, async () => {
      const [first, second] = answersTo(slide);
      if (!first || !second) throw new Error(`Nothing is answered to ${slide.id}.`);
      await console.jumpTo(slide.title);
      await console.forward();
      await expect(phone.asked).toBeVisible();
      await writeByKeys(page, slide, first);
      await sendByKeys(page);
      await phone.isSent();
      if (slide.kind === "reflect") return expect(page.locator("textarea")).toHaveValue(ownThought(slide));
      // The focus stays where the parent is: what comes next is one Tab away.
      await tabTo(page, "main button");
      await page.keyboard.press("Enter");
      await expect(phone.form).toBeVisible();
      await writeByKeys(page, slide, second);
      await sendByKeys(page);
      await phone.isSent();
      await expect(phone.status).toBeFocused();
      expect(await storedIn(site, console.sessionId(), slide.id)).toEqual(second);
    });
});

/** The one response to this prompt, as it is kept. */
async function storedIn(site: Site, session: string, prompt: string): Promise<unknown> {
  const rows = await askDatabase(
    databaseUrl(site.data),
    (sql) => sql`select value from responses where session_id = ${session} and prompt_id = ${prompt}`,
  );
  return rows[0]?.value;
}
