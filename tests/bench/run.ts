import { createHash, randomBytes } from "node:crypto";
import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { io, type Socket } from "socket.io-client";
import type { ConsoleView, PhoneView } from "@/protocol/views";
import { type Child, openChild } from "@/tests/bench/child";
import { lines, measureClocks } from "@/tests/bench/clocks";
import { type Driver, type Measured, measureRoom, median } from "@/tests/bench/room";

/**
 * Attune beside bare Socket.IO, in turn, on this machine: `npm run bench`.
 * What counts is the ratio; the milliseconds are this machine's.
 */
const { values } = parseArgs({ options: { phones: { type: "string", default: "100,1000" } } });
const sizes = values.phones.split(",").map(Number).filter(Boolean);
const rounds = 5;
/** As many phones with wrong clocks breathe together; the design wants them within this. */
const breathing = { phones: 100, withinMs: 150 };

const rows: Record<string, string | number>[] = [];
for (const phones of sizes) {
  const attune = await inTurn("./attune-server.ts", phones);
  const bare = await inTurn("./bare-server.ts", phones);
  report(phones, attune, bare);
}
await reportClocks();
console.table(rows);
writeFileSync("bench-results.json", `${JSON.stringify({ at: new Date().toISOString(), rows }, null, 2)}\n`);

async function inTurn(program: string, phones: number): Promise<Measured> {
  const child = await openChild(program);
  const driver = program.includes("attune") ? await attuneDriver(child) : await bareDriver(child);
  const measured = await measureRoom(driver, phones, rounds);
  await child.stop();
  return measured;
}

async function attuneDriver(child: Child): Promise<Driver> {
  const session = await child.ask<{ id: string; ticket: string; cookie: string }>("session");
  const console = io(child.origin, {
    transports: ["websocket"],
    extraHeaders: { origin: child.origin, cookie: session.cookie },
    auth: { as: "console", sessionId: session.id },
  });
  let view = await new Promise<ConsoleView>((resolve) => console.once("session:changed", resolve));
  const step = async (name: string, input: object = {}) => {
    const ack = await console.emitWithAck(name, { rev: view.rev, ...input });
    if (!ack.ok) throw new Error(`${name}: ${ack.error.code}`);
    view = ack.data;
  };
  await step("session:begin");
  const prompts = view.outline.filter(({ kind }) => kind === "choice");
  let prompt = "";
  let options: string[] = [];
  return {
    origin: child.origin,
    handshake: () => ({ as: "phone", ticket: session.ticket, attendance: randomBytes(32).toString("hex") }),
    arrived: (socket) => new Promise<PhoneView>((resolve) => socket.once("session:changed", resolve)),
    push: () => step("slide:next"),
    prepare: async (round) => {
      prompt = prompts[round % prompts.length]?.id ?? "";
      await step("slide:go", { slideId: prompt });
      await step("prompt:open", { slideId: prompt });
      options = view.slide?.kind === "choice" ? view.slide.options.map(({ id }) => id) : [];
    },
    answer: (socket, n) =>
      socket.emitWithAck("response:submit", {
        promptId: prompt,
        token: createHash("sha256").update(`${prompt} ${n}`).digest("hex"),
        value: { kind: "choice", options: [options[n % options.length]] },
      }),
    memory: () => child.ask<number>("memory"),
  };
}

async function bareDriver(child: Child): Promise<Driver> {
  const pusher: Socket = io(child.origin, { transports: ["websocket"] });
  await new Promise((resolve) => pusher.once("connect", () => resolve(undefined)));
  // As many bytes as a slide of the class on a phone.
  const payload = { filler: "x".repeat(700) };
  return {
    origin: child.origin,
    handshake: () => ({}),
    arrived: (socket) => new Promise((resolve) => socket.once("connect", () => resolve(undefined))),
    push: async () => {
      pusher.emit("push", payload);
    },
    prepare: async () => undefined,
    answer: (socket, n) =>
      socket.emitWithAck("response:submit", {
        promptId: "guess",
        token: createHash("sha256").update(String(n)).digest("hex"),
        value: { kind: "choice", options: ["half"] },
      }),
    memory: () => child.ask<number>("memory"),
  };
}

/** How far apart the room would see the breath: between the first phone and the last. */
async function reportClocks(): Promise<void> {
  const child = await openChild("./attune-server.ts");
  for (const line of lines) {
    const session = await child.ask<{ id: string; ticket: string; cookie: string }>("session");
    const { phones } = breathing;
    const { apart, wrong, byView } = await measureClocks({ child, ticket: session.ticket, phones, line });
    rows.push({
      figure: `breath, first to last of phones with wrong clocks, ${line.name}`,
      phones,
      attune: `${apart.toFixed(1)} ms`,
      // Bare is what a page does that takes a message's time for now.
      bare: `${byView.toFixed(1)} ms`,
      ratio: (apart / byView).toFixed(2),
      spread: `${apart <= breathing.withinMs ? "within" : "NOT within"} ${breathing.withinMs} ms; off by ${wrong.toFixed(1)} ms at most`,
    });
  }
  await child.stop();
}

function report(phones: number, attune: Measured, bare: Measured): void {
  const row = (figure: string, ours: number[], theirs: number[], unit = "ms", scale = 1) =>
    rows.push({
      figure,
      phones,
      attune: `${(median(ours) * scale).toFixed(1)} ${unit}`,
      bare: `${(median(theirs) * scale).toFixed(1)} ${unit}`,
      ratio: (median(ours) / median(theirs)).toFixed(2),
      spread: `${(Math.min(...ours) * scale).toFixed(1)} to ${(Math.max(...ours) * scale).toFixed(1)}`,
    });
  row("arriving, all phones with their view", [attune.arriving], [bare.arriving]);
  for (const figure of ["p50", "p99", "last"] as const)
    row(
      `a slide reaches the phones, ${figure}`,
      attune.pushes.map((push) => push[figure]),
      bare.pushes.map((push) => push[figure]),
    );
  row("everyone answers, all acknowledged after commit", attune.answering, bare.answering);
  row("memory per phone", [attune.memory], [bare.memory], "kB", 1 / 1024);
}
process.exit(0);
