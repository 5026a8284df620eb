import { commandFrame, type Named, strangeFrame, strangePacket } from "@/tests/fuzz/frames";
import { type Line, openLine } from "@/tests/fuzz/line";
import type { Random } from "@/tests/fuzz/random";
import { anyRequest, type Loot, send } from "@/tests/fuzz/requests";
import { broken } from "@/tests/fuzz/values";
import type { LiveClass } from "@/tests/support/live-class";

/** What went on, for the test to look at. */
export type Toll = {
  frames: number;
  handshakes: number;
  requests: number;
  /** Commands that were sent with a number, and acknowledgements that came for them. */
  commands: number;
  acknowledged: number;
  /** What must never be seen and was, or was answered as the server must not answer. */
  wrong: string[];
};

export const noToll = (): Toll => ({
  frames: 0,
  handshakes: 0,
  requests: 0,
  commands: 0,
  acknowledged: 0,
  wrong: [],
});

export type Field = { origin: string; victim: LiveClass; own: LiveClass; named: Named; toll: Toll };

const phoneCommands = [
  ...["response:submit", "response:submit", "response:submit", "question:ask", "question:vote"],
  ...["question:withdraw", "pulse:send", "session:view", "clock:read"],
];
const consoleCommands = [
  ...["slide:go", "slide:next", "slide:back", "prompt:open", "prompt:close", "results:show", "step:undo"],
  ...["card:mark", "theme:add", "hands:set", "timer:start", "settings:choose", "support:set", "session:view"],
];

/** What nobody but the class may see: notes, right answers, unreleased texts, and what opens its doors. */
function looker(field: Field, more: RegExp, who: string): (text: string, said?: string) => void {
  const { victim, toll } = field;
  const doors = [victim.cookie, victim.screenKey].map((secret) => secret.slice(-20));
  return (text, said = "") => {
    // A page says an address back to who asked for it.
    if (more.test(text) || doors.some((secret) => text.includes(secret) && !said.includes(secret)))
      toll.wrong.push(`${who} saw ${(more.exec(text) ?? ["a secret"])[0]} in ${text.slice(0, 200)}`);
    if (/"code":"internal"/.test(text)) toll.wrong.push(`${who} was answered ${text.slice(0, 200)}`);
  };
}

const hidden = /Notes of|Explanation of|Phone \d+ to open|"audience":"console"/;

/** Phones that know the code, invented one after the other: thirty commands, then something that is none. */
export async function phones(field: Field, random: Random, count: number): Promise<void> {
  const see = looker(field, hidden, "a phone");
  for (let n = 0; n < count; n += 1) {
    const auth = { as: "phone", ticket: field.victim.ticket, attendance: random.hex(64) };
    await oneSocket(field, random, { auth, own: phoneCommands, commands: 30, see });
  }
}

/** Screens of the class, which may send next to nothing. */
export async function screens(field: Field, random: Random, count: number): Promise<void> {
  const see = looker(field, hidden, "a screen");
  const auth = { as: "screen", key: field.victim.screenKey };
  for (let n = 0; n < count; n += 1)
    await oneSocket(field, random, { auth, own: [...phoneCommands, ...consoleCommands], commands: 28, see });
}

/** Another facilitator's console, which names the victim's session, slides and cards. */
export async function consoles(field: Field, random: Random, count: number): Promise<void> {
  const { own } = field;
  const see = looker(field, /Phone \d+ to/, "another's console");
  const auth = { as: "console", sessionId: own.id };
  for (let n = 0; n < count; n += 1)
    await oneSocket(field, random, {
      auth,
      own: consoleCommands,
      commands: 55,
      see,
      headers: { cookie: own.cookie },
    });
}

type Socket = {
  auth: unknown;
  own: readonly string[];
  commands: number;
  see: (text: string) => void;
  headers?: Record<string, string>;
};

async function oneSocket(field: Field, random: Random, socket: Socket): Promise<void> {
  const { origin, named, toll } = field;
  const numbers = new Set<number>();
  const line = openLine({
    origin,
    headers: socket.headers,
    heard: (text) => {
      socket.see(text);
      const number = /^43(\d+)/.exec(text)?.[1];
      if (number !== undefined && numbers.delete(Number(number))) toll.acknowledged += 1;
    },
  });
  await line.hears((text) => text.startsWith("0{"));
  line.say(`40${JSON.stringify(socket.auth)}`);
  toll.handshakes += 1;
  const welcome = await line.hears((text) => /^4[04]/.test(text));
  if (!welcome?.startsWith("40")) {
    toll.wrong.push(`not let in: ${welcome}`);
    return line.close();
  }
  for (let number = 0; number < socket.commands; number += 1) {
    const text = commandFrame(random, named, socket.own, number);
    // Larger than a frame may be, it belongs to what comes last.
    if (Buffer.byteLength(text) > 16_000) continue;
    line.say(text);
    toll.frames += 1;
    if (!text.startsWith(`42${number}[`)) continue;
    numbers.add(number);
    toll.commands += 1;
  }
  // The first that is missing, until none is: what is looked for must not change meanwhile.
  for (let [first] = numbers; first !== undefined && line.open(); [first] = numbers) {
    const wanted = `43${first}[`;
    await line.hears((text) => text.startsWith(wanted));
  }
  if (numbers.size > 0) toll.wrong.push("a socket was closed amid its commands");
  await spoil(line, random, toll);
}

/** Something that no client says; then the line goes, by itself or by us. */
async function spoil(line: Line, random: Random, toll: Toll): Promise<void> {
  if (random.chance(0.5)) line.raw(strangeFrame(random));
  else line.say(strangePacket(random));
  toll.frames += 1;
  line.say("41");
  line.close();
  await line.ended;
}

/** Who has no right to be there: wrong, cut and stolen proofs, events before any proof, twice the same. */
export async function strangers(field: Field, random: Random, count: number): Promise<void> {
  const { origin, victim, toll, named } = field;
  const see = looker(field, /Title of|Text of|Phone \d+ to|^430\[\{"ok":true/, "a stranger");
  for (let n = 0; n < count; n += 1) {
    const cut = victim.ticket.slice(0, random.below(victim.ticket.length));
    const auth = random.pick<() => unknown>([
      () => ({ as: "phone", ticket: cut, attendance: random.hex(64) }),
      () => ({ as: "phone", ticket: victim.screenKey, attendance: random.hex(64) }),
      () => ({ as: "screen", key: victim.ticket }),
      () => ({ as: "screen", key: `${victim.screenKey}A` }),
      () => ({ as: "console", sessionId: victim.id }),
      () => ({ as: "system" }),
      () => broken({ as: "phone", ticket: cut, attendance: random.hex(64) }, random),
    ])();
    const line = openLine({
      origin: random.chance(0.9) ? origin : origin.replace("127.0.0.1", "localhost"),
      headers: random.chance(0.5) ? { cookie: field.own.cookie } : {},
      heard: see,
    });
    toll.handshakes += 1;
    const opened = await line.hears((text) => text.startsWith("0{") || text.startsWith("HTTP/1.1 4"));
    if (opened?.startsWith("0{")) {
      for (let early = random.below(4); early > 0; early -= 1) {
        const text = commandFrame(random, named, phoneCommands, 0);
        if (Buffer.byteLength(text) > 16_000) continue;
        line.say(text);
        toll.frames += 1;
      }
      line.say(`40${JSON.stringify(auth)}`);
      toll.frames += 1;
      if (isObject(auth)) await line.hears((text) => /^4[04]/.test(text));
    }
    await spoil(line, random, toll);
  }
}

const isObject = (value: unknown) => typeof value === "object" && value !== null && !Array.isArray(value);

/** Requests to every address, one connection each. */
export async function requests(field: Field, random: Random, count: number, loot: Loot): Promise<void> {
  const { origin, toll } = field;
  const { host } = new URL(origin);
  const see = looker(field, /Notes of|Explanation of|Phone \d+ to/, "a request");
  for (let n = 0; n < count; n += 1) {
    const request = anyRequest(random, loot, host);
    const answer = await send(origin, request);
    toll.requests += 1;
    see(answer, request.bytes.toString("latin1"));
    const asked = request.bytes.toString("latin1").split("\r\n\r\n")[0]?.slice(0, 400);
    if (request.isHttp && answer === "") toll.wrong.push(`no answer to ${asked}`);
    if (/^HTTP\/1.1 5/.test(answer)) toll.wrong.push(`${answer.slice(0, 60)} to ${asked}`);
    if (/x-content-type-options: nosniff/i.test(answer) || !/^HTTP\/1.1 [23]/.test(answer)) continue;
    toll.wrong.push(`no header lines for ${asked}`);
  }
}
