import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { slideId } from "@/protocol/ids";
import { type FaultSite, openFaultSite } from "@/tests/fault/site";
import { answeringPhone } from "@/tests/support/answering";
import { audit, complete } from "@/tests/support/audit";
import { step } from "@/tests/support/client";
import { type Crowd, crowdOf } from "@/tests/support/crowd";
import { openPrompt } from "@/tests/support/live-class";
import { until } from "@/tests/support/until";

const hour = 60 * 60 * 1000;
let site: FaultSite;
let crowd: Crowd;
const directory = mkdtempSync(join(tmpdir(), "attune-clock-"));
const file = join(directory, "moved");

afterEach(async () => {
  crowd.leave();
  await site.remove();
  rmSync(directory, { recursive: true, force: true });
});

test("the server's clock jumps by hours, forward and back: nobody is thrown out, and no answer is lost", async () => {
  site = await openFaultSite({
    NODE_OPTIONS: "--import ./tests/support/moved-clock.mjs",
    CLOCK_FILE: file,
  });
  crowd = await crowdOf(150, site.live, site.origin);
  const console = await openPrompt(site.live, site.origin, "choice");
  crowd.answer("choice", 5);
  let enough = 0;
  for (const hours of [3, -3, 20, -20]) {
    enough += 120;
    await until(() => crowd.acknowledgements() > enough);
    writeFileSync(file, String(hours * hour));
    site.attune().child.kill("SIGUSR2");
    // The server's own clock, as every page asks for it, has moved.
    await until(async () => {
      const read = await console.send("clock:read", {});
      return read.ok && Math.abs(read.data.at - Date.now() - hours * hour) < hour / 2;
    });
    // A step is taken, and every revision is newer than the one before.
    const { rev } = await step(console, "screen:blank", { blank: hours > 0 });
    await until(() => crowd.phones.every((phone) => (phone.view()?.rev ?? 0) >= rev));
  }
  // Whoever was here stays, and whoever comes is let in.
  const late = answeringPhone(site.origin, site.live);
  late.write("choice", { kind: "choice", options: ["b"] });
  await until(() => late.settled());
  await crowd.settled();
  expect(crowd.phones.map((phone) => phone.unanswered())).toEqual(crowd.phones.map(() => 0));
  const closed = await step(console, "prompt:close", { slideId: slideId.parse("choice") });
  expect(closed.prompt?.responses).toBe(151);
  expect(await audit(site.databaseUrl(), site.live.id, [...crowd.phones, late])).toEqual(complete(151));
  late.close();
  console.close();
});
