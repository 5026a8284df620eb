import { commands } from "@/protocol/commands";
import type { PromptKind, ResponseValue } from "@/protocol/kinds";
import { frame } from "@/tests/fuzz/line";
import type { Random } from "@/tests/fuzz/random";
import { broken, oddValue } from "@/tests/fuzz/values";

/** Somebody's ids, to be named by who has no business with them. */
export type Named = { sessions: string[]; slides: string[] };

const names = Object.keys(commands);
const strangeNames = [
  "__proto__",
  "constructor",
  "hasOwnProperty",
  "toString",
  "",
  " ",
  "session:view ",
  "a".repeat(500),
];

/** One answer of each kind to the class that the tests have one slide of every kind of. */
const answers: Record<PromptKind, ResponseValue> = {
  choice: { kind: "choice", options: ["a", "b"] },
  sort: { kind: "sort", bins: { a: "a", b: "b", c: "a" } },
  scale: { kind: "scale", ratings: { a: 1, b: 5 } },
  continuum: { kind: "continuum", places: { a: 0, b: 100 } },
  words: { kind: "words", words: ["one", "two"] },
  open: { kind: "open", text: "A text of a fuzzer", language: "en" },
  rank: { kind: "rank", order: ["a", "b", "c"] },
  reflect: { kind: "reflect" },
} as Record<PromptKind, ResponseValue>;
const kinds = Object.keys(answers) as PromptKind[];

/** What every command could want, so that many take it: unknown fields are dropped. */
function anyInput(random: Random, { sessions, slides }: Named): Record<string, unknown> {
  const kind = random.pick(kinds);
  return {
    id: random.pick([random.uuid(), ...sessions]),
    sessionId: random.pick(sessions),
    classId: random.uuid(),
    rev: random.below(200),
    slideId: random.pick(slides),
    promptId: `${kind}${random.chance(0.1) ? ".2" : ""}`,
    token: random.hex(64),
    value: answers[random.chance(0.8) ? kind : random.pick(kinds)],
    text: "What does a fuzzer ask?",
    wanted: random.chance(0.5),
    signal: random.pick(["with-you", "slow-down", "need-a-break", null]),
    cardId: random.uuid(),
    mark: random.pick(["none", "hidden", "pinned", "fine"]),
    word: "one",
    themeId: "theme",
    name: "A theme",
    seconds: 30,
    closesPrompt: true,
    blank: false,
    shown: random.chance(0.5),
    hands: null,
    release: random.pick(["closed", "live"]),
    contacts: [],
    days: 30,
    endsAt: 0,
    answered: true,
  };
}

/**
 * A command as Socket.IO packs it; `ack` is the number that its acknowledgement will carry.
 * One with more arguments than it takes has none.
 */
export function commandFrame(random: Random, named: Named, own: readonly string[], ack: number): string {
  const name = random.chance(0.75) ? random.pick(own) : random.pick([...names, ...strangeNames]);
  const whole = anyInput(random, named);
  const input = random.chance(0.3) ? whole : random.chance(0.8) ? broken(whole, random) : oddValue(random);
  if (random.chance(0.05)) return `42${JSON.stringify([name, input, oddValue(random), oddValue(random)])}`;
  return `42${ack}${JSON.stringify([name, input])}`;
}

/** What no Socket.IO client says; the server may hang up at it, and at nothing else. */
export function strangePacket(random: Random): string {
  return random.pick([
    () =>
      random.pick([
        "",
        "0",
        "1",
        "2probe",
        "3probe",
        "5",
        "6",
        "7",
        "9",
        "b",
        "bAAAA",
        "\u001e",
        "4",
        "40",
        "41",
      ]),
    () =>
      random.pick([
        "42",
        "42[",
        "42[]",
        "42{}",
        "42null",
        "42[null]",
        "42[{}]",
        "42[1]",
        '42["x"',
        "42x",
        "42/",
      ]),
    () => `42${"9".repeat(random.pick([15, 30, 400]))}["session:view",{}]`,
    () => `42/${random.pick(["admin", "__proto__", "x".repeat(1000)])},["session:view",{}]`,
    () => `40/${random.pick(["admin", "__proto__", "socket.io", "%2e"])},{"as":"console"}`,
    () => `40${JSON.stringify(oddValue(random))}`,
    () => random.pick(["43", "43[]", "430[]", '4399["x"]', "43null", "430[{}]"]),
    () => random.pick(["44", "44{}", '44"x"', "45", "46", "47[]", "4x", "49"]),
    () =>
      `45${random.pick(["1", "2", "999999999", "-1", ""])}-["session:view",{"_placeholder":true,"num":0}]`,
    () =>
      `42["${random.pick(["connect", "connect_error", "disconnect", "disconnecting", "newListener"])}",{}]`,
    () => `42["session:view",${"[".repeat(7000)}${"]".repeat(7000)}]`,
    () => `4${"2".repeat(random.pick([10, 5000]))}`,
  ])();
}

/** What is no right WebSocket frame. */
export function strangeFrame(random: Random): Buffer {
  const text = Buffer.from('42["session:view",{}]');
  return random.pick([
    () => frame(0x81, text, false), // not masked
    () => frame(0x80 | random.pick([3, 4, 7, 11, 15]), text), // no such kind
    () => frame(0x80 | 0x40 | 1, text), // compressed, which nobody agreed on
    () => frame(0x80 | 0x10 | 1, text),
    () => frame(0x81, Buffer.alloc(random.pick([16_385, 20_000, 70_000]), "x")), // too large
    () => Buffer.from([0x81, 0xff, 0x7f, 255, 255, 255, 255, 255, 255, 255, 0, 0, 0, 0]), // says it is huge
    () => frame(0x81, Buffer.from([0xff, 0xfe, 0xc0, 0x80])), // no UTF-8
    () => frame(0x80, text), // goes on with nothing
    () => Buffer.concat([frame(0x01, text), frame(0x01, text)]), // begins twice
    () => frame(0x09, Buffer.alloc(10)), // a ping in pieces
    () => frame(0x89, Buffer.alloc(200)), // a ping that is too long
    () => frame(0x88, Buffer.from([0])), // a goodbye of one byte
    () => frame(0x82, Buffer.alloc(100, 7)), // binary
    () => Buffer.concat(Array.from({ length: 50 }, () => frame(0x01, Buffer.alloc(0)))),
    () => Buffer.from("GET / HTTP/1.1\r\n\r\n"),
  ])();
}
