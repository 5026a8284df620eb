import { connect } from "node:net";
import { afterEach, expect, test } from "vitest";
import { promptId, slideId } from "@/protocol/ids";
import { type FaultSite, openFaultSite } from "@/tests/fault/site";
import { answeringPhones } from "@/tests/support/answering";
import { askDatabase } from "@/tests/support/attune-process";
import { complete } from "@/tests/support/audit";
import { step } from "@/tests/support/client";
import { crowdOf } from "@/tests/support/crowd";
import { freeze } from "@/tests/support/freeze";
import { openPrompt } from "@/tests/support/live-class";
import { until } from "@/tests/support/until";

let site: FaultSite;
const later: (() => void)[] = [];

afterEach(async () => {
  for (const end of later.splice(0)) end();
  await site.remove();
});

test("phones that have stopped reading hold up nobody, and are where the room is once they wake up", async () => {
  site = await openFaultSite();
  const console = await openPrompt(site.live, site.origin, "choice");
  const crowd = await crowdOf(150, site.live, site.origin);
  const frozen = await answeringPhones(60, site.origin, site.live);
  later.push(crowd.leave, () => console.close());
  for (const phone of frozen) later.push(phone.close);
  const wake = frozen.map(({ socket }) => freeze(socket));
  crowd.answer("choice", 3);
  await crowd.settled();
  const { rev } = await step(console, "prompt:close", { slideId: slideId.parse("choice") });
  await until(() => crowd.phones.every((phone) => phone.view()?.rev === rev));
  for (const resume of wake) resume();
  await until(() => frozen.every((phone) => phone.view()?.rev === rev));
  expect(await crowd.audit(site.databaseUrl())).toEqual(complete(150));
});

test("more answers at once than can wait: each is acknowledged, or told that it was too much, and every phone has its say", async () => {
  site = await openFaultSite({ ATTUNE_MAX_PHONES: "1000" });
  (await openPrompt(site.live, site.origin, "choice")).close();
  const phones = await answeringPhones(800, site.origin, site.live);
  for (const phone of phones) later.push(phone.close);
  const told = new Map<string, number>();
  let sent = 0;
  // Not through the phone's own patience, which would never send so much.
  for (const [n, { socket }] of phones.entries())
    for (let round = 0; round < 26; round += 1) {
      sent += 1;
      const token = n.toString(16).padStart(64, "0");
      socket.emit(
        "response:submit",
        {
          promptId: promptId.parse("choice"),
          token,
          value: { kind: "choice", options: [round % 2 ? "a" : "b"] },
        },
        (ack) => {
          const code = ack.ok ? "ok" : ack.error.code;
          told.set(code, (told.get(code) ?? 0) + 1);
        },
      );
    }
  expect(sent).toBeGreaterThan(20_000);
  await until(() => [...told.values()].reduce((sum, count) => sum + count, 0) === sent);
  expect([...told.keys()].filter((code) => code !== "ok" && code !== "overloaded")).toEqual([]);
  const rows = await askDatabase(
    site.databaseUrl(),
    (sql) => sql<{ count: number; last: number }[]>`
      select count(*)::int as count, count(*) filter (where value->'options'->>0 = 'a')::int as last
      from responses where session_id = ${site.live.id}`,
  );
  expect(rows[0]?.count).toBe(800);
  // What a phone said last is what counts, unless just that was too much.
  if (!told.has("overloaded")) expect(rows[0]?.last).toBe(800);
});

test("requests that arrive drop by drop are hung up on, and hold up nobody", async () => {
  site = await openFaultSite();
  const port = Number(new URL(site.origin).port);
  const dribbles = Array.from({ length: 300 }, () => connect(port, "127.0.0.1"));
  let ended = 0;
  for (const socket of dribbles) {
    socket.on("error", () => undefined);
    socket.once("close", () => {
      ended += 1;
    });
    socket.resume();
    socket.write("GET / HTTP/1.1\r\nHost: x\r\nX-Slow: ");
    later.push(() => socket.destroy());
  }
  expect((await fetch(`${site.origin}/readyz`)).status).toBe(200);
  await until(() => ended === dribbles.length);
});
