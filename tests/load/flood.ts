import { parseArgs } from "node:util";
import { io, type Socket } from "socket.io-client";
import { makeSecret } from "@/app/_client/secret";
import { attendanceToken, promptToken } from "@/app/_client/tokens";
import type { Ack } from "@/protocol/errors";
import type { ClientToServer, ServerToClient } from "@/protocol/events";
import type { ResponseValue, SlideView } from "@/protocol/kinds";
import type { PhoneView } from "@/protocol/views";

/**
 * A room of phones to look at by hand: `npm run flood -- 12345678 --phones 12`.
 * They join by the code as a parent would, follow, and answer whatever opens.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    phones: { type: "string", default: "12" },
    url: { type: "string", default: "http://localhost:3000" },
  },
});
const code = positionals.join("").replace(/\D/g, "");
if (code.length !== 8) throw new Error("Which session? npm run flood -- 1234 5678 [--phones 12] [--url …]");
if (!/^https?:\/\/(localhost|127\.)/.test(values.url))
  throw new Error("Only a server on this machine is flooded.");

const page = await (await fetch(`${values.url}/j/${code}`)).text();
const ticket = /v1\.[\w-]+\.[\w-]+/.exec(page)?.[0];
if (!ticket) throw new Error(`The code ${code} leads nowhere at ${values.url}.`);
const sessionId =
  Buffer.from(ticket.split(".")[1] ?? "", "base64url")
    .toString()
    .split(" ")[0] ?? "";

let answers = 0;
for (let n = 0; n < Number(values.phones); n += 1) phone();
process.stdout.write(`${values.phones} phones are on their way. Stop with Ctrl-C.\n`);

function phone() {
  const secret = makeSecret();
  const answered = new Set<string>();
  const socket: Socket<ServerToClient, ClientToServer> = io(values.url, {
    transports: ["websocket"],
    extraHeaders: { origin: values.url },
    forceNew: true,
    auth: { as: "phone", ticket, attendance: attendanceToken(secret, sessionId) },
  });
  socket.on("connect_error", (error) => process.stderr.write(`refused: ${error.message}\n`));
  socket.on("session:changed", (view) => {
    const { slide, prompt } = view as PhoneView;
    if (!slide || prompt?.phase !== "open" || answered.has(slide.id)) return;
    const value = answerTo(slide);
    if (!value) return;
    answered.add(slide.id);
    // Parents think for a while, each for a different one.
    setTimeout(
      () => void submit(socket, slide.id, promptToken(secret, sessionId, slide.id), value),
      Math.random() * 8000,
    );
  });
}

async function submit(
  socket: Socket<ServerToClient, ClientToServer>,
  promptId: string,
  token: string,
  value: ResponseValue,
) {
  const input = { promptId: promptId as never, token, value };
  const ack = (await socket.emitWithAck("response:submit", input)) as Ack<unknown>;
  if (ack.ok) answers += 1;
  process.stdout.write(`\r${answers} answers sent ${ack.ok ? "" : ack.error.code}   `);
}

const pick = <T>(from: readonly T[]): T => from[Math.floor(Math.random() ** 1.6 * from.length)] as T;
const words = ["tired", "Tired", "late", "hopeful", "curious", "calm", "hungry", "worried", "glad", "here"];
const texts = [
  "We sang in the car and everyone was calmer.",
  "I said sorry after I shouted.",
  "Sat on the floor with her until it passed.",
  "Five minutes of just us before dinner.",
  "He fell asleep on my arm and I did nothing else for an hour, which felt like a lot and like nothing at the same time.",
  "Still looking.",
];

function answerTo(slide: SlideView): ResponseValue | undefined {
  switch (slide.kind) {
    case "content":
      return undefined;
    case "choice":
      return { kind: "choice", options: [pick(slide.options).id] };
    case "scale":
      return {
        kind: "scale",
        ratings: Object.fromEntries(
          slide.statements.map(({ id }) => [id, 1 + Math.floor(Math.random() * slide.points)]),
        ),
      };
    case "words":
      return { kind: "words", words: [pick(words)] };
    case "open":
      return { kind: "open", text: pick(texts), language: "en" };
  }
}
