import { randomBytes } from "node:crypto";
import { setTimeout as pass } from "node:timers/promises";
import { io, type Socket } from "socket.io-client";
import { followClock } from "@/app/_client/clock";
import type { PhoneView } from "@/protocol/views";
import { type Child, openChild } from "@/tests/bench/child";
import { compared, type Figure } from "@/tests/bench/figures";

/** A way to the server: so long at least, and so much more at random, in ms, there and back. */
type Line = { name: string; least: number; there: number; back: number };

/** On a slow mobile network the way there waits longer than the way back, and neither evenly. */
const lines: Line[] = [
  { name: "Wi-Fi of the room", least: 2, there: 8, back: 6 },
  { name: "slow mobile network", least: 60, there: 120, back: 60 },
];

/** The clock that every process of this machine shares. */
const deviceNow = () => performance.timeOrigin + performance.now();

type Room = { child: Child; ticket: string; phones: number; line: Line };

/** In ms: how far apart the phones are, and how far apart the view's time alone would put them. */
type Apart = { apart: number; byView: number };

const phones = 100;
/** The design wants the first and the last breath of a room within this, in ms. */
const withinMs = 150;

/** How far apart a room sees the breath, beside a page that takes a message's time for now. */
export async function measureClocks(): Promise<{ figures: Figure[] }> {
  const child = await openChild("./attune-server.ts");
  const figures: Figure[] = [];
  for (const line of lines) {
    const { ticket } = await child.ask<{ ticket: string }>("session");
    const { apart, byView } = await measureRoom({ child, ticket, phones, line });
    figures.push(
      compared(
        {
          group: "clocks",
          figure: `a breath, first to last of phones with wrong clocks, ${line.name}`,
          at: `${phones} phones`,
          unit: "ms",
          goal: { of: "value", atMost: withinMs },
        },
        "by the message",
        [apart],
        [byView],
      ),
    );
  }
  await child.stop();
  return { figures };
}

/**
 * Phones whose clocks are up to a day wrong and run away by up to 50 millionths
 * follow the server's clock as the page does; then all are read at one instant.
 */
async function measureRoom({ child, ticket, phones, line }: Room): Promise<Apart> {
  const room = await Promise.all(Array.from({ length: phones }, () => openPhone(child, ticket, line)));
  await Promise.all(room.map(({ clock }) => clock.wake()));
  // One instant, by the clock that the server on this machine has too.
  const now = deviceNow();
  const shown = room.map(({ own, clock }) => own(now) + clock.skew() - now);
  const byView = room.map(({ own, first }) => own(now) + first - now);
  for (const { socket, clock } of room) {
    clock.close();
    socket.disconnect();
  }
  return { apart: spread(shown), byView: spread(byView) };
}

async function openPhone({ origin }: Child, ticket: string, line: Line) {
  const off = (Math.random() - 0.5) * 2 * 86_400_000;
  const drift = (Math.random() - 0.5) * 1e-4;
  const began = deviceNow();
  const own = (at = deviceNow()) => at + off + (at - began) * drift;
  const socket = io(origin, {
    transports: ["websocket"],
    forceNew: true,
    reconnection: false,
    auth: { as: "phone", ticket, attendance: randomBytes(32).toString("hex") },
    extraHeaders: { origin },
  });
  const view = await new Promise<PhoneView>((resolve) => socket.once("session:changed", resolve));
  await way(line.least, line.back);
  const first = view.at - own();
  const read = async () => {
    await way(line.least, line.there);
    const at = await readClock(socket);
    await way(line.least, line.back);
    return at;
  };
  return { socket, own, first, clock: followClock(view.at, { read, changed: () => {}, now: own }) };
}

async function readClock(socket: Socket): Promise<number | null> {
  const ack: { ok: true; data: { at: number } } | { ok: false } = await socket.emitWithAck("clock:read", {});
  return ack.ok ? ack.data.at : null;
}

/** Most messages wait little, and a few wait long. */
const way = (least: number, more: number) => pass(least - more * Math.log(1 - Math.random()));

const spread = (values: number[]) => Math.max(...values) - Math.min(...values);
