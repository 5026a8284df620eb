import { attachmentClass, slideIn } from "@/tests/e2e/deck";
import { expect, joinAs, makeAccount, openDesk, openPhone, startSession, test } from "@/tests/e2e/fixtures";
import type { PhonePage } from "@/tests/e2e/pages/phone";
import { screenOn } from "@/tests/e2e/pages/screen";
import { type SocketPhone, socketPhone, ticketOf } from "@/tests/e2e/socket-phone";
import { wordsOf } from "@/tests/e2e/words";
import { askDatabase, databaseUrl } from "@/tests/support/attune-process";
import { until } from "@/tests/support/until";

const t = wordsOf("en");
const crowd = 100;

test("a server killed amid many answers loses none that it acknowledged", async ({
  ownSite: site,
  browser,
}) => {
  const deck = await attachmentClass();
  const slide = slideIn(deck, "calm-do-ideas", "open");
  const desk = await openDesk(browser);
  const page = await desk.newPage();
  await makeAccount(page, site);
  const console = await startSession(page, site);
  const code = await console.code();
  const screen = screenOn(await console.openScreen());
  const phones: PhonePage[] = [];
  for (let n = 0; n < 5; n += 1) phones.push(await joinAs(await openPhone(browser), site.address, code));
  await console.jumpTo(slide.title);
  await console.forward();
  for (const phone of phones) await expect(phone.form).toBeVisible();

  const own = (n: number) => ({ kind: "open" as const, text: `What phone ${n} says`, language: "en" });
  const early = phones.slice(0, 3);
  const late = phones.slice(3);
  const sockets: SocketPhone[] = [];

  await test.step("a hundred phones answer, and answer anew, until the server is killed", async () => {
    for (const [n, phone] of early.entries()) {
      await phone.answer(slide, own(n));
      await phone.isSent();
    }
    const ticket = await ticketOf(site.address, code);
    for (let n = 0; n < crowd; n += 1)
      sockets.push(
        socketPhone(site.address, {
          sessionId: console.sessionId(),
          ticket,
          slide: slide.id,
          answer: (number) => ({ kind: "open", text: `socket ${n} answer ${number}`, language: "en" }),
        }),
      );
    await until(() => sockets.every((socket) => socket.acknowledged() > 2));
    await site.kill();
  });

  await test.step("every page says that it is away, and keeps what is written meanwhile", async () => {
    await expect(page.getByText(t("console.link.unreachable.title"))).toBeVisible();
    await expect(screen.note).toHaveText(t("screen.link.unreachable"));
    for (const phone of phones) await expect(phone.page.getByText(t("phone.linkUnreachable"))).toBeVisible();
    for (const [n, phone] of late.entries()) {
      await phone.answer(slide, own(3 + n));
      await expect(phone.status).toContainText(t("phone.willBeSent"));
    }
  });

  await test.step("everybody is back on the right slide, with what is theirs", async () => {
    await site.start();
    await console.isConnected();
    await expect(screen.note).toBeEmpty();
    for (const [n, phone] of phones.entries()) {
      await expect(phone.page.getByText(t("phone.linkUnreachable"))).toBeHidden();
      await expect(phone.title).toHaveText(slide.title);
      await phone.isSent();
      await expect(phone.main).toContainText(own(n).text);
    }
    await expect(screen.title).toHaveText(slide.title);
    await expect(console.stage.getByRole("heading", { name: slide.title })).toBeVisible();
    await until(() => sockets.every((socket) => socket.online()));
    await expect(console.facts).toContainText(
      t("console.facts.answered", { responses: crowd + 5, phones: crowd + 5 }),
    );
  });

  await test.step("in the database is every acknowledged answer once, and nothing that nobody gave", async () => {
    const rows = await stored(site.data, console.sessionId());
    expect(rows).toHaveLength(crowd + 5);
    const texts = new Map(rows.map(({ key, text }) => [key, text]));
    expect(texts.size).toBe(crowd + 5);
    for (const [n, socket] of sockets.entries()) {
      const text = texts.get(socket.key) ?? "";
      texts.delete(socket.key);
      const number = Number(new RegExp(`^socket ${n} answer (\\d+)$`).exec(text)?.[1]);
      // The newest one may have been committed without the word having got through.
      expect(number).toBeGreaterThanOrEqual(socket.acknowledged());
      expect(number).toBeLessThanOrEqual(socket.sent());
    }
    expect([...texts.values()].sort()).toEqual(phones.map((_, n) => own(n).text));
  });
  for (const socket of sockets) socket.close();

  await test.step("a restart on purpose is announced, and the class goes on after it", async () => {
    expect(await site.stop()).toBe(0);
    await expect(page.getByText(t("console.link.stopping.title"))).toBeVisible();
    await expect(screen.note).toHaveText(t("screen.link.stopping"));
    for (const phone of phones) await expect(phone.page.getByText(t("phone.linkStopping"))).toBeVisible();
    await site.start();
    await console.isConnected();
    await console.forward();
    for (const phone of phones) {
      await expect(phone.main).toContainText(t("phone.closed"));
      await expect(phone.main).toContainText(own(phones.indexOf(phone)).text);
    }
    await expect(screen.main).toContainText(t("screen.responses", { count: crowd + 5 }));
  });
});

function stored(data: string, sessionId: string): Promise<{ key: string; text: string }[]> {
  return askDatabase(
    databaseUrl(data),
    (sql) => sql<{ key: string; text: string }[]>`
      select key, value->>'text' as text from responses where session_id = ${sessionId}`,
  );
}
