import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { type FaultSite, openFaultSite } from "@/tests/fault/site";
import { type AnsweringPhone, answeringPhone, textsOf } from "@/tests/support/answering";
import { audit, complete } from "@/tests/support/audit";
import { openPrompt } from "@/tests/support/live-class";
import { type BreakableLine, type Breaking, openProxy } from "@/tests/support/proxy";
import { until } from "@/tests/support/until";

let site: FaultSite;
let target: number;
const proxies: BreakableLine[] = [];
const phones: AnsweringPhone[] = [];

beforeAll(async () => {
  site = await openFaultSite({ ATTUNE_MAX_PHONES: "5000" });
  target = Number(new URL(site.origin).port);
  (await openPrompt(site.live, site.origin, "open")).close();
});
afterEach(async () => {
  for (const phone of phones.splice(0)) phone.close();
  for (const proxy of proxies.splice(0)) await proxy.close();
});
afterAll(() => site.remove());

/** A phone whose first line breaks there; the next ones hold. */
async function phoneBehind(breaking: Breaking | undefined): Promise<AnsweringPhone> {
  const proxy = await openProxy(target, (connection) => (connection === 0 ? breaking : undefined));
  proxies.push(proxy);
  const phone = answeringPhone(`http://127.0.0.1:${proxy.port}`, site.live, { patienceMs: 3000 });
  phones.push(phone);
  return phone;
}

let answered = 0;

/** Each answers twice over a line that breaks somewhere, and both answers go in, once. */
async function allGoIn(breakings: Breaking[]): Promise<void> {
  const here = await Promise.all(breakings.map(phoneBehind));
  for (const phone of here) {
    phone.writeAll("open", textsOf(answered, "open", 2));
    answered += 1;
  }
  await until(() => here.every((phone) => phone.settled()));
  everybody.push(...here);
  expect(await audit(site.databaseUrl(), site.live.id, everybody)).toEqual(complete(answered));
}
const everybody: AnsweringPhone[] = [];

/** Places along what a phone sends, or is sent, from before the first byte to behind the last acknowledgement. */
const places = (last: number, step: number) =>
  Array.from({ length: Math.ceil(last / step) + 1 }, (_, n) => n * step);

const behindAll = { up: 1200, down: 2400 };

test("the places at which lines break reach from before the connection to behind the last acknowledgement", async () => {
  const phone = await phoneBehind(undefined);
  phone.writeAll("open", textsOf(answered, "open", 2));
  answered += 1;
  everybody.push(phone);
  await until(() => phone.settled());
  const [line] = proxies;
  expect(line?.passed().up).toBeGreaterThan(behindAll.up / 3);
  expect(line?.passed().up).toBeLessThan(behindAll.up);
  expect(line?.passed().down).toBeGreaterThan(behindAll.down / 3);
  expect(line?.passed().down).toBeLessThan(behindAll.down);
});

// The request to upgrade, the handshake with its ticket, and two answers: some 1,100 bytes.
test.each([0, 1, 2, 3])("cut after any number of bytes that the phone sends (%i of 4)", (part) =>
  allGoIn(
    places(behindAll.up, 4)
      .map((place) => place + part)
      .map((after) => ({ direction: "up", after, how: "cut" })),
  ),
);

// The answer to the upgrade, Engine.IO's and Socket.IO's opening, the view, counts and two acknowledgements.
test("cut after any number of bytes that the phone is sent", () =>
  allGoIn(places(behindAll.down, 8).map((after) => ({ direction: "down", after, how: "cut" }))));

test("a line that falls silent at any point, and that nobody is told of", () =>
  allGoIn([
    ...places(behindAll.up, 25).map((after): Breaking => ({ direction: "up", after, how: "silence" })),
    ...places(behindAll.down, 50).map((after): Breaking => ({ direction: "down", after, how: "silence" })),
  ]));
