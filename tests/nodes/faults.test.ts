import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { slideId } from "@/protocol/ids";
import { type Cluster, openCluster, signOut } from "@/tests/nodes/cluster";
import { askDatabase } from "@/tests/support/attune-process";
import { complete } from "@/tests/support/audit";
import { type Client, step } from "@/tests/support/client";
import { type Crowd, crowdOf } from "@/tests/support/crowd";
import { openPrompt } from "@/tests/support/live-class";
import { until } from "@/tests/support/until";

const people = 100;
let cluster: Cluster;
let crowd: Crowd | undefined;

beforeAll(async () => {
  cluster = await openCluster();
});
afterEach(() => crowd?.leave());
afterAll(() => cluster.remove());

const phonesOf = (one: Client) => one.payloads("phones:counted").at(-1)?.phones;
const advisory = () =>
  askDatabase(
    cluster.databaseUrl,
    (sql) =>
      sql`select mode from pg_locks join pg_database on pg_database.oid = database
        where datname = current_database() and locktype = 'advisory' and classid = 1635021941 and objid = 1`,
  );

test("Redis killed and started amid hundreds of answers: none is lost, and the room stays in step meanwhile", async () => {
  const live = await cluster.open();
  crowd = await crowdOf(people, live, cluster.balancer.origin);
  const console = await openPrompt(live, cluster.a, "choice");
  const [screen, far] = [await live.screen(cluster.b), await live.console(cluster.b)];
  await until(() => phonesOf(console) === people && phonesOf(far) === people);
  crowd.answer("choice", 5);
  await until(() => (crowd?.acknowledgements() ?? 0) > 150);
  await cluster.redis.kill();
  await crowd.settled();
  // What is said on one node reaches those of the other through the database.
  await far.hears("responses:counted", ({ responses }) => responses === people);
  const moved = await step(console, "slide:go", { slideId: slideId.parse("open") });
  await screen.until((view) => view.rev === moved.rev);
  await until(() => crowd?.phones.every((phone) => phone.view()?.rev === moved.rev) ?? false);
  const opened = await step(console, "prompt:open", { slideId: slideId.parse("open") });
  await until(() => crowd?.phones.every((phone) => phone.view()?.rev === opened.rev) ?? false);
  crowd.answer("open", 4);
  await until(() => (crowd?.acknowledgements() ?? 0) > 5 * people + 50);
  await cluster.redis.start();
  await crowd.settled();
  expect(await crowd.audit(cluster.databaseUrl)).toEqual(complete(2 * people));
  // The nodes hear each other again: somebody who leaves one is missed on both.
  crowd.phones[0]?.close();
  crowd.phones[1]?.close();
  await until(() => phonesOf(console) === people - 2 && phonesOf(far) === people - 2);
  for (const one of [console, far, screen]) one.close();
});

test("a sign-in that ends while Redis is away closes its consoles on the other node too", async () => {
  const live = await cluster.open();
  const far = await live.console(cluster.b);
  await cluster.redis.kill();
  await signOut(cluster.a, live);
  await far.hears("sign-in:ended");
  await until(() => !far.socket.connected);
  await cluster.redis.start();
});

test("a node that starts while Redis is away serves, and joins once it is there", async () => {
  await cluster.redis.kill();
  const late = cluster.start(cluster.settings);
  await late.ready();
  expect((await fetch(`${late.origin()}/readyz`)).status).toBe(200);
  const said = late.stderr().trim().split("\n");
  expect(said).toHaveLength(1);
  expect(said[0]).toMatch(/"level":"warn".*Redis is away/);
  expect(said[0]).not.toContain(cluster.redis.password);
  expect(await advisory()).toEqual(Array.from({ length: 3 }, () => ({ mode: "ShareLock" })));

  const live = await cluster.open();
  const console = await live.console(late.origin());
  const screen = await live.screen(cluster.b);
  const begun = await step(console, "session:begin", {});
  await screen.until((view) => view.rev === begun.rev);
  await cluster.redis.start();
  await until(() => console.payloads("phones:counted").at(-1)?.screens === 1);
  console.close();
  screen.close();
  late.child.kill("SIGTERM");
  expect(await late.exit()).toBe(0);
});

test("kill -9 of one node of two amid hundreds of answers loses none, and its phones and its timer go on at the other", async () => {
  const live = await cluster.open();
  crowd = await crowdOf(people, live, cluster.balancer.origin);
  const console = await live.console(cluster.b);
  const dying = await openPrompt(live, cluster.a, "choice");
  await until(() => phonesOf(console) === people);
  await step(dying, "timer:start", { seconds: 10, closesPrompt: true });
  crowd.answer("choice", 5);
  await until(() => (crowd?.acknowledgements() ?? 0) > 150);
  cluster.nodes[0]?.child.kill("SIGKILL");
  await crowd.settled();
  await console.hears("responses:counted", ({ responses }) => responses === people);
  // Closed by the timer that the dead node had set.
  await console.until((view) => view.prompt?.phase === "closed");
  await until(() => crowd?.phones.every((phone) => phone.socket.connected) ?? false);
  await until(() => phonesOf(console) === people);
  expect(await crowd.audit(cluster.databaseUrl)).toEqual(complete(people));
  // Who was on the dead node is not counted twice, and not for ever.
  for (const phone of crowd.phones.slice(0, 60)) phone.close();
  await until(() => phonesOf(console) === people - 60);
  console.close();
});
