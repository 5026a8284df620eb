import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { findPostmaster } from "@/db/embedded/postmaster";
import { type EmbeddedServer, startEmbedded } from "@/db/embedded/server";
import { slideId } from "@/protocol/ids";
import { type FaultSite, openFaultSite } from "@/tests/fault/site";
import { accepts, askDatabase } from "@/tests/support/attune-process";
import { complete, faultless } from "@/tests/support/audit";
import { step } from "@/tests/support/client";
import { type Crowd, crowdOf } from "@/tests/support/crowd";
import { openPrompt } from "@/tests/support/live-class";
import { openProxy } from "@/tests/support/proxy";
import { until } from "@/tests/support/until";

let site: FaultSite;
let crowd: Crowd;
const later: (() => Promise<void>)[] = [];

afterEach(async () => {
  crowd.leave();
  await site.remove();
  for (const end of later.splice(0).reverse()) await end();
});

/** Everybody answers, the fault comes when so many are acknowledged, and the class goes on to its end. */
async function classWith(fault: () => Promise<void>): Promise<void> {
  crowd = await crowdOf(200, site.live, site.origin);
  const console = await openPrompt(site.live, site.origin, "choice");
  const screen = await site.live.screen(site.origin);
  crowd.answer("choice", 5);
  await until(() => crowd.acknowledgements() > 300);
  crowd.hold();
  await fault();
  // Before anybody has sent anything again.
  await until(() => accepts(site.databaseUrl()));
  expect(await crowd.audit(site.databaseUrl())).toMatchObject(faultless);
  crowd.goOn();
  await crowd.settled();
  // Nothing is restarted by hand, and every view catches up.
  const desk = console.socket.connected ? console : await site.live.console(site.origin);
  const closed = await step(desk, "prompt:close", { slideId: slideId.parse("choice") });
  expect(closed.prompt?.responses).toBe(200);
  await until(() => crowd.phones.every((phone) => phone.view()?.prompt?.phase === "closed"));
  const room = screen.socket.connected ? screen : await site.live.screen(site.origin);
  await room.until((view) => view.prompt?.phase === "closed");
  (await openPrompt(site.live, site.origin, "open")).close();
  crowd.answer("open", 2);
  await crowd.settled();
  expect(await crowd.audit(site.databaseUrl())).toEqual(complete(400));
  for (const client of [console, desk, screen, room]) client.close();
}

test("kill -9 of PostgreSQL amid hundreds of answers: Attune starts it again, and the class goes on", async () => {
  site = await openFaultSite();
  await classWith(async () => {
    const killed = await findPostmaster(join(site.data, "postgres"));
    process.kill(killed?.pid ?? 0, "SIGKILL");
  });
  expect(site.attune().stderr()).toContain("PostgreSQL stopped unexpectedly and is started again.");
});

test("kill -9 of one of its backends: PostgreSQL drops every connection, and the class goes on", async () => {
  site = await openFaultSite();
  await classWith(async () => {
    const [backend] = await askDatabase(
      site.databaseUrl(),
      (sql) => sql<{ pid: number }[]>`
        select pid from pg_stat_activity where application_name = 'attune' and backend_type = 'client backend'
        order by xact_start nulls last limit 1`,
    );
    process.kill(backend?.pid ?? 0, "SIGKILL");
  });
});

test("a server of somebody else's is stopped and started amid hundreds of answers: they wait, and go in", async () => {
  const data = await mkdtemp(join(tmpdir(), "attune-fault-postgres-"));
  let postgres: EmbeddedServer = await startEmbedded(data, () => undefined);
  const proxy = await openProxy(Number(new URL(postgres.url).port));
  later.push(
    () => rm(data, { recursive: true, force: true }),
    () => postgres.stop(),
    () => proxy.close(),
  );
  const url = new URL(postgres.url);
  url.port = String(proxy.port);
  site = await openFaultSite({ DATABASE_URL: url.toString() });
  await classWith(async () => {
    proxy.lead(undefined);
    await postgres.stop();
    // Everybody who asks meanwhile is told that it is away, and waits.
    crowd.goOn();
    await until(() => crowd.phones.every((phone) => phone.settled() || phone.refusals.has("unavailable")));
    crowd.hold();
    expect((await fetch(`${site.origin}/readyz`)).status).toBe(503);
    postgres = await startEmbedded(data, () => undefined);
    proxy.lead(Number(new URL(postgres.url).port));
  });
  expect(site.attune().child.exitCode).toBeNull();
});
