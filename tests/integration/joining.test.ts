import { afterAll, beforeAll, expect, test } from "vitest";
import type { SessionId } from "@/protocol/ids";
import { step } from "@/tests/support/client";
import { type Facilitator, openRoom, type Room } from "@/tests/support/room";

let room: Room;
let ana: Facilitator;
let id: SessionId;
let code: string;

beforeAll(async () => {
  room = await openRoom();
  ana = await room.facilitator();
  id = await room.start(ana);
  code = await room.codeOf(id);
});
afterAll(() => room.close());

const join = (typed: string, address: string) => room.app.queries.join(typed, { address });
const outcome = async (typed: string, address: string) => (await join(typed, address)).outcome;

/** A code that no session has. */
const wrong = () => (code === "10000001" ? "10000002" : "10000001");

test("R2: a code leads in, with a ticket for the socket and the first view, however it is spaced", async () => {
  expect(code).toMatch(/^[1-9]\d{7}$/);
  const joined = await join(code, "a");
  expect(joined).toMatchObject({
    outcome: "in",
    sessionId: id,
    view: { audience: "phone", status: "lobby" },
  });
  expect(await outcome(` ${code.slice(0, 4)} ${code.slice(4)} `, "a")).toBe("in");
});

test("what is no code leads nowhere", async () => {
  for (const typed of ["", "1234", "abcdefgh", `${code}0`, wrong(), "１２３４５６７８", "' or 1=1 --"])
    expect(await outcome(typed, "b")).toBe("unknown");
});

test("R4: only failed codes are throttled, per address, and a good code always goes in", async () => {
  const tries: string[] = [];
  for (let n = 0; n < 32; n += 1) tries.push(await outcome(wrong(), "class"));
  expect(tries.slice(0, 30)).toEqual(Array(30).fill("unknown"));
  expect(tries.slice(30)).toEqual(["throttled", "throttled"]);
  // The rest of the class sits behind the same address.
  for (let n = 0; n < 40; n += 1) expect(await outcome(code, "class")).toBe("in");
  expect(await outcome(wrong(), "class")).toBe("throttled");
  expect(await outcome(wrong(), "elsewhere")).toBe("unknown");
  room.app.clock.time += 2000;
  expect(await outcome(wrong(), "class")).toBe("unknown");
  expect(await outcome(wrong(), "class")).toBe("throttled");
});

test("R2: the code of an ended session leads to its goodbye, and to nothing else", async () => {
  const over = await room.start(ana);
  const its = await room.codeOf(over);
  await step(await room.console(ana, over), "session:end", {});
  const joined = await join(its, "c");
  expect(joined).toMatchObject({ outcome: "ended", view: { status: "ended", slide: null } });
  expect(joined).not.toHaveProperty("ticket");
});
