import fc from "fast-check";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { ActorOf } from "@/protocol/actors";
import { sessionId } from "@/protocol/ids";
import type { Redis } from "@/server/redis";
import { createNeighbours, phoneNames } from "@/server/sockets/neighbours";
import { createPresence } from "@/server/sockets/presence";

const id = sessionId.parse("11111111-1111-4111-8111-111111111111");
const secrets = { sign: Buffer.from("a secret of this test") };
const nameOf = phoneNames(secrets);
const phone = (attendance: string): ActorOf<"phone"> => ({
  kind: "phone",
  sessionId: id,
  attendance,
  language: "en",
  patches: false,
});

/** A line on which every node hears what is said, unless it is broken. */
function line() {
  const listeners = new Set<(message: string) => void>();
  const said: string[] = [];
  let broken = false;
  const join = (): Redis => ({
    adapter: undefined as never,
    say: (message) => {
      if (broken) return;
      said.push(message);
      for (const listen of listeners) listen(message);
    },
    hear: (listener) => void listeners.add(listener),
    close: async () => undefined,
  });
  return {
    join,
    said,
    break: (yes: boolean) => {
      broken = yes;
    },
  };
}

function node(shared: ReturnType<typeof line>) {
  const presence = createPresence({ graceMs: 0, nameOf });
  const neighbours = createNeighbours({ redis: shared.join(), presence });
  return { presence, neighbours };
}

beforeEach(
  () => void vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "setInterval", "clearInterval"] }),
);
afterEach(() => void vi.useRealTimers());

test("every node counts the phones of all, whoever comes and goes wherever, and whatever of it was not heard", () => {
  const move = fc.record({
    at: fc.constantFrom(0, 1, 2),
    who: fc.constantFrom("x", "y", "z"),
    comes: fc.boolean(),
    broken: fc.boolean(),
    beats: fc.integer({ min: 0, max: 5 }),
  });
  fc.assert(
    fc.property(fc.array(move, { maxLength: 40 }), (moves) => {
      const shared = line();
      const nodes = [node(shared), node(shared), node(shared)];
      const here = new Map<string, number>();
      for (const { at, who, comes, broken, beats } of moves) {
        const socket = `${at} ${who}`;
        const sockets = here.get(socket) ?? 0;
        if (!comes && sockets === 0) continue;
        here.set(socket, sockets + (comes ? 1 : -1));
        const { presence } = nodes[at] ?? expect.fail();
        if (comes) presence.enter(phone(who));
        else presence.leave(phone(who));
        shared.break(broken);
        vi.advanceTimersByTime(beats * 1000);
      }
      shared.break(false);
      vi.advanceTimersByTime(5000);
      const inside = [...here].filter(([, sockets]) => sockets > 0).map(([socket]) => socket.split(" ")[1]);
      for (const { presence } of nodes) {
        expect(presence.phones(id)).toBe(new Set(inside).size);
        for (const who of ["x", "y", "z"])
          expect(presence.sockets(id, who)).toBe(
            [0, 1, 2].reduce((sum, at) => sum + (here.get(`${at} ${who}`) ?? 0), 0),
          );
      }
      for (const { neighbours } of nodes) neighbours.stop();
    }),
    { numRuns: 60 },
  );
});

test("who falls silent is forgotten, and who is deaf forgets nobody for a while", () => {
  const shared = line();
  const [a, b] = [node(shared), node(shared)];
  const missed = vi.fn();
  a.neighbours.onMissed(missed);
  b.presence.enter(phone("x"));
  vi.advanceTimersByTime(1000);
  expect(a.presence.phones(id)).toBe(1);

  shared.break(true);
  vi.advanceTimersByTime(30_000);
  expect(a.neighbours.deaf()).toBe(true);
  expect(a.presence.phones(id)).toBe(1);
  shared.break(false);
  vi.advanceTimersByTime(3000);
  expect(a.neighbours.deaf()).toBe(false);
  expect(missed).toHaveBeenCalledTimes(1);

  // Killed: its beats stop, and no goodbye is heard.
  shared.break(true);
  b.neighbours.stop();
  shared.break(false);
  vi.advanceTimersByTime(3000);
  expect(a.presence.phones(id)).toBe(1);
  vi.advanceTimersByTime(3000);
  expect(a.presence.phones(id)).toBe(0);
  expect(a.neighbours.count()).toBe(0);
  expect(missed).toHaveBeenCalledTimes(2);
});

test("who says good-bye is gone at once", () => {
  const shared = line();
  const [a, b] = [node(shared), node(shared)];
  b.presence.enter(phone("x"));
  vi.advanceTimersByTime(200);
  b.neighbours.stop();
  b.presence.leave(phone("x"));
  vi.advanceTimersByTime(200);
  expect(a.presence.phones(id)).toBe(0);
  expect(a.neighbours.count()).toBe(0);
});

test("who stays is never seen to go when a node says anew what it has", () => {
  const shared = line();
  const [a, b] = [node(shared), node(shared)];
  const told = vi.fn();
  const counts: number[] = [];
  b.presence.enter({ kind: "console", sessionId: id } as ActorOf<"console">);
  b.presence.enter(phone("x"));
  vi.advanceTimersByTime(200);
  a.presence.onFacilitator(told);
  a.presence.onCount(() => counts.push(a.presence.phones(id)));
  node(shared); // asks everybody for everything
  expect(told).not.toHaveBeenCalled();
  expect(counts.every((count) => count === 1)).toBe(true);
});

test("neither a phone's token nor what the database keeps of it is ever said", () => {
  const shared = line();
  const { presence } = node(shared);
  const attendance = "ab".repeat(32);
  presence.enter(phone(attendance));
  vi.advanceTimersByTime(200);
  const words = shared.said.join("\n");
  expect(words).toContain(nameOf(id, attendance));
  expect(words).not.toContain(attendance);
  expect(nameOf(id, attendance)).not.toBe(phoneNames({ sign: Buffer.from("another") })(id, attendance));
});

test("what is no message of ours changes nothing, and is complained about once", () => {
  const shared = line();
  const { presence } = node(shared);
  const loud = shared.join();
  const from = "22222222-2222-4222-8222-222222222222";
  const quiet = vi.spyOn(process.stderr, "write").mockReturnValue(true);
  for (const words of [
    "",
    "{",
    "null",
    JSON.stringify({
      say: "here",
      from,
      number: 1,
      whole: true,
      sessions: { [id]: { phones: { x: -1 }, screens: 0, consoles: 0 } },
    }),
    JSON.stringify({ say: "here", from: "me", number: 1, whole: true, sessions: {} }),
    JSON.stringify({ say: "there", from }),
  ])
    loud.say(words);
  expect(quiet).toHaveBeenCalledTimes(1);
  quiet.mockRestore();
  expect(presence.phones(id)).toBe(0);
});
