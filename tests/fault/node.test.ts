import { afterEach, expect, test } from "vitest";
import { type FaultSite, openFaultSite } from "@/tests/fault/site";
import { complete, faultless } from "@/tests/support/audit";
import { type Crowd, crowdOf } from "@/tests/support/crowd";
import { openPrompt } from "@/tests/support/live-class";
import { until } from "@/tests/support/until";

let site: FaultSite;
let crowd: Crowd;

afterEach(async () => {
  crowd.leave();
  await site.remove();
});

test("kill -9 of Attune amid hundreds of answers loses none, and everybody goes on by themselves", async () => {
  site = await openFaultSite();
  crowd = await crowdOf(200, site.live, site.origin);
  (await openPrompt(site.live, site.origin, "choice")).close();
  crowd.answer("choice", 5);
  for (const enough of [300, 700]) {
    await until(() => crowd.acknowledgements() > enough);
    crowd.hold();
    await site.kill();
    // PostgreSQL is still there, and nobody writes to it.
    expect(await crowd.audit(site.databaseUrl())).toMatchObject(faultless);
    crowd.goOn();
    // What a phone writes while there is no server goes out by itself later.
    for (const [n, phone] of crowd.phones.entries())
      if (n % 10 === 0) phone.write("choice", { kind: "choice", options: ["a", "d"] });
    await site.start();
  }
  await crowd.settled();
  (await openPrompt(site.live, site.origin, "open")).close();
  crowd.answer("open", 3);
  await crowd.settled();
  expect(await crowd.audit(site.databaseUrl())).toEqual(complete(400));
});
