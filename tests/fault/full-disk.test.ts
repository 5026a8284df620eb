import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { slideId } from "@/protocol/ids";
import { type FaultSite, openFaultSite } from "@/tests/fault/site";
import { textsOf } from "@/tests/support/answering";
import { accepts, askDatabase } from "@/tests/support/attune-process";
import { complete, faultless } from "@/tests/support/audit";
import { step } from "@/tests/support/client";
import { type Crowd, crowdOf } from "@/tests/support/crowd";
import { openPrompt } from "@/tests/support/live-class";
import { limitFiles, mountSmallDisk } from "@/tests/support/small-disk";
import { until } from "@/tests/support/until";

const megabyte = 1 << 20;
let site: FaultSite;
let crowd: Crowd;
let tidy: () => void = () => undefined;

afterEach(async () => {
  crowd.leave();
  await site.remove();
  tidy();
});

/**
 * Half of a room has answered, and changes its mind again and again, when the disk
 * is full and the other half begins: what they write needs room. Once most of them
 * have been told that nothing can be kept there is room again.
 */
async function classWhile(disk: { fills: () => void; isFull?: () => boolean; empties: () => void }) {
  crowd = await crowdOf(200, site.live, site.origin);
  const console = await openPrompt(site.live, site.origin, "open");
  const early = crowd.phones.slice(0, 100);
  const late = crowd.phones.slice(100);
  for (const [n, phone] of early.entries()) phone.writeAll("open", textsOf(n, "open", 8));
  await until(() => early.every((phone) => phone.acknowledgements() > 0));
  disk.fills();
  for (const [n, phone] of late.entries())
    phone.write("open", { kind: "open", text: `${100 + n} ${"word ".repeat(90)}end`, language: "en" });
  const refused = () => late.filter(({ refusals }) => refusals.has("unavailable")).length;
  await until(() => refused() > 50 && (disk.isFull?.() ?? true));
  crowd.hold();
  disk.empties();
  await until(() => accepts(site.databaseUrl()));
  expect(await crowd.audit(site.databaseUrl())).toMatchObject(faultless);
  crowd.goOn();
  await crowd.settled();
  expect(await crowd.audit(site.databaseUrl())).toEqual(complete(200));
  // Nobody has restarted anything, and the class goes on.
  const desk = console.socket.connected ? console : await site.live.console(site.origin);
  const closed = await step(desk, "prompt:close", { slideId: slideId.parse("open") });
  expect(closed.prompt?.responses).toBe(200);
  for (const client of [console, desk]) client.close();
}

/** So much in the table of answers that its file reaches the length at which it is stopped. */
async function fillTable(): Promise<void> {
  const other = randomUUID();
  await askDatabase(site.databaseUrl(), async (sql) => {
    await sql`
      insert into sessions (id, owner_id, class_id, deck, code, state, created_at, touched_at, ended_at, text_days)
      select ${other}, owner_id, class_id, deck, code, state, created_at, touched_at, now(), text_days from sessions`;
    await sql`
      insert into responses (id, session_id, prompt_id, key, value)
      select gen_random_uuid(), ${other}, 'open', md5(n::text), jsonb_build_object('text', repeat('word ', 100))
      from generate_series(1, 30000) n`;
  });
}

if (process.platform === "linux") {
  test("no file may grow: answers are refused as unavailable, what was written stays readable, and all go in later", async () => {
    site = await openFaultSite();
    await fillTable();
    const { pid = 0 } = site.attune().child;
    await classWhile({
      // The log of changes comes in files of 16 MB, which may still be written.
      fills: () => limitFiles(pid, 16 * megabyte),
      empties: () => limitFiles(pid, "unlimited"),
    });
  });

  test("not even the log of changes can be written: PostgreSQL gives up, is started until it can run, and all go in", async () => {
    site = await openFaultSite();
    const { pid = 0 } = site.attune().child;
    await classWhile({
      fills: () => limitFiles(pid, megabyte / 16),
      isFull: () => site.attune().stderr().includes("PostgreSQL cannot start on"),
      empties: () => limitFiles(pid, "unlimited"),
    });
  });
}

const disk = mountSmallDisk(110);
if (disk)
  test("a file system without a free block: nothing is acknowledged that is not stored, and all go in later", async () => {
    tidy = disk.remove;
    site = await openFaultSite({ ATTUNE_DATA: join(disk.directory, "data") });
    await classWhile({ fills: disk.fill, empties: disk.empty });
  });
