import { createClient } from "@redis/client";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { slideId } from "@/protocol/ids";
import type { PhoneView } from "@/protocol/views";
import { type Cluster, openCluster, signOut } from "@/tests/nodes/cluster";
import { type AnsweringPhone, answeringPhone } from "@/tests/support/answering";
import { askDatabase } from "@/tests/support/attune-process";
import { type Client, connect, outcome, step } from "@/tests/support/client";
import type { LiveClass } from "@/tests/support/live-class";
import { until } from "@/tests/support/until";

const most = 6;
let cluster: Cluster;
let live: LiveClass;
const clients: { close: () => void }[] = [];

beforeAll(async () => {
  cluster = await openCluster({ ATTUNE_MAX_PHONES: String(most) });
});
afterAll(() => cluster.remove());
beforeEach(async () => {
  for (const client of clients.splice(0)) client.close();
  live = await cluster.open();
});

const kept = <C extends { close: () => void }>(client: C): C => {
  clients.push(client);
  return client;
};
const consoleAt = async (site: string) => kept(await live.console(site));
const screenAt = async (site: string) => kept(await live.screen(site));

async function phoneAt(site: string): Promise<AnsweringPhone> {
  const phone = kept(answeringPhone(site, live));
  await until(() => phone.view() !== undefined);
  return phone;
}

const voice = (n: number) => n.toString(16).padStart(64, "0");
/** One phone's page on this node: the same voice is the same phone. */
const pageAt = async (site: string, phone: number): Promise<Client<PhoneView>> =>
  kept(await connect(site, { as: "phone", ticket: live.ticket, attendance: voice(phone) }, { origin: site }));

const lastCount = (one: Client) => one.payloads("phones:counted").at(-1);
const counts = (one: Client, phones: number, screens: number) =>
  until(() => lastCount(one)?.phones === phones && lastCount(one)?.screens === screens);

test("phones, screen and console on different nodes are one room in step, with one count and one tally", async () => {
  const { a, b } = cluster;
  const console = await consoleAt(a);
  const screen = await screenAt(b);
  const phones = await Promise.all([a, a, b, b, b].map(phoneAt));
  await Promise.all([counts(console, 5, 1), counts(screen, 5, 1)]);

  await step(console, "slide:go", { slideId: slideId.parse("choice") });
  const open = await step(console, "prompt:open", { slideId: slideId.parse("choice") });
  await screen.until((view) => view.rev === open.rev);
  await until(() => phones.every((phone) => phone.view()?.rev === open.rev));

  for (const phone of phones) phone.write("choice", { kind: "choice", options: ["a"] });
  await until(() => phones.every((phone) => phone.settled()));
  for (const one of [console, screen])
    await one.hears("responses:counted", ({ responses }) => responses === 5);

  await step(console, "prompt:close", { slideId: slideId.parse("choice") });
  const shown = await step(console, "results:show", { slideId: slideId.parse("choice") });
  const seen = await screen.until((view) => view.rev === shown.rev);
  expect(shown.prompt?.results).toMatchObject({ responses: 5 });
  expect(seen.prompt?.results).toEqual(shown.prompt?.results);
  await until(() => phones.every((phone) => phone.view()?.rev === shown.rev));
});

test("a phone with a page on each node is one phone, and one that moves is never two", async () => {
  const { a, b } = cluster;
  const console = await consoleAt(a);
  const page = await pageAt(a, 1);
  await counts(console, 1, 0);
  await pageAt(b, 1);
  await pageAt(b, 2);
  await counts(console, 2, 0);
  page.close();
  const far = await consoleAt(b);
  await counts(far, 2, 0);
  expect(console.payloads("phones:counted").every(({ phones }) => phones <= 2)).toBe(true);
  // The answer of the phone that moved is its own still.
  const [stored] = await askDatabase(
    cluster.databaseUrl,
    (sql) => sql`select count(*)::int as phones from attendances where session_id = ${live.id}`,
  );
  expect(stored?.phones).toBe(2);
});

test("the room hears on every node when the facilitator comes and stays away", async () => {
  const { a, b } = cluster;
  const phones = await Promise.all([pageAt(a, 1), pageAt(b, 2)]);
  const console = await consoleAt(a);
  await Promise.all(phones.map((phone) => phone.hears("facilitator:changed", ({ here }) => here)));
  console.close();
  // Here again on another node before anybody was alarmed, then gone for good.
  const again = await consoleAt(b);
  const late = await pageAt(a, 3);
  expect(late.view().facilitatorHere).toBe(true);
  again.close();
  await Promise.all(phones.map((phone) => phone.hears("facilitator:changed", ({ here }) => !here)));
  for (const phone of phones)
    expect(phone.payloads("facilitator:changed").filter(({ here }) => !here)).toHaveLength(1);
});

test("R21: of two consoles on different nodes one wins each time, and the other has the state before it is refused", async () => {
  const consoles = [await consoleAt(cluster.a), await consoleAt(cluster.b)] as const;
  await step(consoles[0], "session:begin", {});
  for (let round = 0; round < 10; round += 1) {
    const rev = Math.max(...consoles.map((console) => console.view().rev));
    await Promise.all(consoles.map((console) => console.until((view) => view.rev === rev)));
    const name = round % 3 === 2 ? "slide:back" : "slide:next";
    const outcomes = await Promise.all(
      consoles.map(async (console) => {
        const code = await outcome(console.send(name, { rev } as never));
        return { code, knew: console.view().rev };
      }),
    );
    expect(outcomes.map(({ code }) => code).sort()).toEqual(["ok", "stale"]);
    expect(outcomes.find(({ code }) => code === "stale")?.knew).toBe(rev + 1);
  }
  const views = consoles.map((console) => console.view().slide?.id);
  expect(views[0]).toBe(views[1]);
});

test("a sign-in that ends closes its consoles on every node", async () => {
  const consoles = [await consoleAt(cluster.a), await consoleAt(cluster.b)] as const;
  await signOut(cluster.a, live);
  await Promise.all(consoles.map((console) => console.hears("sign-in:ended")));
  await until(() => consoles.every((console) => !console.socket.connected));
});

test("a session is full when all nodes together have as many phones as it takes", async () => {
  const { a, b } = cluster;
  const screen = await screenAt(a);
  for (let n = 1; n <= most; n += 1) await pageAt(n % 2 ? a : b, n);
  await counts(screen, most, 1);
  for (const site of [a, b]) await expect(pageAt(site, 99)).rejects.toThrow("session_full");
  // One that is here already comes in on the other node too.
  expect((await pageAt(a, 2)).view().audience).toBe("phone");
});

test("what one phone may hold open counts over all nodes", async () => {
  const { a, b } = cluster;
  const screen = await screenAt(b);
  for (const site of [a, b, a, b, a]) await pageAt(site, 1);
  await counts(screen, 1, 1);
  await until(async () => {
    const code = await pageAt(b, 1).then(
      (page) => page.close(),
      (error: Error) => error.message,
    );
    return code === "too_many_tries";
  });
});

test("over polling too, as long as a balancer lets a phone stay with its node", async () => {
  const phone = kept(answeringPhone(cluster.b, live, { transports: ["polling"] }));
  await until(() => phone.view() !== undefined);
  const console = await consoleAt(cluster.a);
  const begun = await step(console, "session:begin", {});
  await until(() => phone.view()?.rev === begun.rev);
});

test("who does not hear the others may not join them", async () => {
  const { REDIS_URL, ...alone } = cluster.settings;
  const stranger = cluster.start(alone);
  expect(await stranger.exit()).toBe(1);
  expect(stranger.stderr()).toMatch(
    /^The database is in use by another Attune: .* REDIS_URL, each of them\.\n$/,
  );
  const other = cluster.start({
    ...cluster.settings,
    ATTUNE_SECRET: "another secret than all of the others",
  });
  expect(await other.exit()).toBe(1);
  expect(other.stderr()).toMatch(/^The secret in ATTUNE_SECRET is not the one that the other nodes/);
  const password = cluster.start({
    ...cluster.settings,
    REDIS_URL: cluster.redis.url.replace(cluster.redis.password, "wrong-hush"),
  });
  expect(await password.exit()).toBe(1);
  expect(password.stderr()).toMatch(/^Redis at 127\.0\.0\.1:\d+ refuses this node: [^\n]*\n$/);
  expect(password.stderr()).not.toContain("hush");
  expect(REDIS_URL).toBe(cluster.redis.url);
});

test("whatever is said on the nodes' channels by somebody else harms none of them", async () => {
  const { a, b } = cluster;
  const phone = await pageAt(b, 1);
  const loud = createClient({ url: cluster.redis.url });
  await loud.connect();
  const channels = await loud.pubSubChannels("attune:*");
  const room = channels
    .find((name) => name.includes("-request#"))
    ?.replace("-request#/#", `#/#${live.id}/phone#`);
  for (const channel of [...channels, room ?? expect.fail()])
    for (const words of ["", "{", "\u00c1\u0000 nonsense", '{"type":2}', "[1,2,3]"])
      await loud.publish(channel, words);
  await loud.close();
  await until(() => cluster.nodes[1]?.stderr().includes("cannot be read") ?? false);
  const begun = await step(await consoleAt(a), "session:begin", {});
  await phone.until((view) => view.rev === begun.rev);
});

test("figures of a node tell of nobody in particular", async () => {
  const phone = await phoneAt(cluster.a);
  await consoleAt(cluster.b);
  const figures = async () => (await fetch(`${cluster.a}/metrics`)).text();
  await until(async () => (await figures()).includes('attune_sockets{kind="phone"} 1'));
  const text = await figures();
  expect(text).toContain("attune_nodes 2");
  expect(text).toContain("attune_joined 1");
  expect(text).toMatch(/nodejs_eventloop_lag_seconds \d/);
  expect(text).not.toContain(live.id);
  expect(
    text
      .match(/\{[^}]*\}/g)
      ?.every((labels) => /^\{(kind|code|le|type|version|major|minor|patch|space|quantile)=/.test(labels)),
  ).toBe(true);
  const passedOn = await fetch(`${cluster.a}/metrics`, { headers: { "x-forwarded-for": "127.0.0.1" } });
  expect(passedOn.status).toBe(404);
  phone.close();
});

test("a node that stops says so to its own room alone, and the others go on", async () => {
  const [node] = cluster.nodes;
  const [here, there] = await Promise.all([pageAt(cluster.a, 1), pageAt(cluster.b, 2)]);
  const console = await consoleAt(cluster.b);
  await counts(console, 2, 0);
  node?.child.kill("SIGTERM");
  await here.hears("server:stopping");
  expect(await node?.exit()).toBe(0);
  await counts(console, 1, 0);
  const begun = await step(console, "session:begin", {});
  await there.until((view) => view.rev === begun.rev);
  expect(there.heard()).not.toContain("server:stopping");
  for (const one of cluster.nodes) {
    expect(one.stderr()).not.toContain(cluster.redis.password);
    expect(one.stderr()).not.toContain('"level":"error"');
  }
});
