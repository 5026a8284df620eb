import { createHash, createHmac, randomBytes, randomUUID } from "node:crypto";
import { promptId, questionId, slideId } from "@/protocol/ids";
import type { ResponseValue } from "@/protocol/kinds";
import type { ConsoleView, PhoneView } from "@/protocol/views";
import { type Client, connect, outcome, type StepName, step } from "@/tests/support/client";
import type { LiveClass } from "@/tests/support/live-class";

/** Marks that a test looks for in everything that is left: each belongs in some place, or in none. */
export type Canaries = {
  /** In what parents wrote: in the tables, never in a log. */
  text: string;
  /** In a reflection: nowhere. */
  reflection: string;
  /** What a browser says of itself, and where it comes from: nowhere. */
  browser: string;
  address: string;
};

/** What the phones of a class know, and nobody else. */
export type HeldClass = {
  id: string;
  /** Whose row has this key. */
  phoneOf: Map<string, number>;
  /** The lists that every phone has one row in: prompts, `attendance`, `vote <question>`. */
  lists: string[];
  /** Keys in the order in which they came, by list. */
  arrivals: Map<string, string[]>;
  secrets: string[];
  tokens: string[];
};

/** What came late is written anew at the end (R37), everything else at its closing: each class shows one of them. */
const withLate = "closing";

type Guest = { phone: Client<PhoneView>; token: (purpose: string) => string };

const prompts = [
  "choice",
  "choice.2",
  "sort",
  "scale",
  "continuum",
  "words",
  "open",
  "open.2",
  "rank",
  "reflect",
];

/**
 * A class of 20 phones and 10 prompts of every kind, with all that happens in one:
 * second rounds, hands, changed and late answers, questions, votes, the pulse. The
 * phones have their habits: each time they come and answer in the same order.
 */
export async function holdClass(
  site: string,
  live: LiveClass,
  { release, canaries, seed }: { release: "closing" | "live"; canaries: Canaries; seed: number },
): Promise<HeldClass> {
  const held: HeldClass = {
    id: live.id,
    phoneOf: new Map(),
    lists: ["attendance", ...prompts],
    arrivals: new Map(),
    secrets: Array.from({ length: 20 }, () => randomBytes(32).toString("hex")),
    tokens: [],
  };
  const chance = chanceOf(seed);
  const console = await live.console(site);
  const guests: Guest[] = [];
  for (const [number, secret] of held.secrets.entries()) {
    const token = (purpose: string) => {
      const made = createHmac("sha256", Buffer.from(secret, "hex"))
        .update(`${live.id}\0${purpose}`)
        .digest("hex");
      held.tokens.push(made);
      held.phoneOf.set(keyOf(made), number);
      return made;
    };
    const attendance = token("attendance");
    const headers = { origin: site, "user-agent": canaries.browser, "x-forwarded-for": canaries.address };
    const auth = { as: "phone", ticket: live.ticket, attendance };
    guests.push({ phone: await connect<PhoneView>(site, auth, headers), token });
    arrived(held, "attendance", attendance);
  }
  await console.hears("phones:counted", ({ phones }) => phones === 20);
  await push(console, "release:choose", { release });

  for (const prompt of prompts) await askAll(console, guests, prompt, held, canaries, chance);
  await askQuestions(guests, held, canaries);
  for (const { phone, token } of guests)
    await outcome(phone.send("pulse:send", { token: token("pulse"), signal: "slow-down" }));
  await push(console, "session:end", {});
  for (const { phone } of guests) phone.close();
  console.close();
  return held;
}

async function askAll(
  console: Client<ConsoleView>,
  guests: Guest[],
  prompt: string,
  held: HeldClass,
  canaries: Canaries,
  chance: () => number,
): Promise<void> {
  const [slide = "", second] = prompt.split(".");
  const at = { slideId: slideId.parse(slide) };
  if (second) await push(console, "prompt:again", at);
  else {
    await push(console, "slide:go", at);
    await push(console, "prompt:open", at);
  }
  const answer = async ({ phone, token }: Guest): Promise<void> => {
    const mine = token(`prompt\0${prompt}`);
    const value = answerTo(slide, `${canaries.text} ${prompt} ${chance()}`, chance);
    const sent = phone.send("response:submit", { promptId: promptId.parse(prompt), token: mine, value });
    if ((await outcome(sent)) !== "ok") throw new Error(`${prompt} refused an answer`);
    arrived(held, prompt, mine);
  };
  // Three are late and two change their minds: others each time.
  const fate = guests.map((guest) => ({ guest, lot: chance() })).sort((a, b) => a.lot - b.lot);
  const late = new Set(fate.slice(0, console.view().release === withLate ? 3 : 0).map(({ guest }) => guest));
  const unsure = new Set(fate.slice(3, 5).map(({ guest }) => guest));
  for (const [number, guest] of guests.filter((one) => !late.has(one)).entries()) {
    await answer(guest);
    // Live results come in several transactions, so that these tell who was early until the closing.
    const released = Math.floor((number + 1) / 5) * 5;
    if (console.view().release === "live")
      await console.until(({ prompt }) => (prompt?.results?.responses ?? 0) >= released);
  }
  for (const guest of guests.filter((one) => unsure.has(one))) await answer(guest);
  if (slide === "scale") {
    const statements = Array.from({ length: 2 }, () => [1, 0, 2, 0, 1]);
    await push(console, "hands:set", { ...at, hands: { kind: "scale", voices: 4, statements } });
  }
  if (slide === "reflect") {
    const wordy = { kind: "reflect", text: canaries.reflection } as unknown as ResponseValue;
    const [first] = guests;
    const input = {
      promptId: promptId.parse(prompt),
      token: first?.token(`prompt\0${prompt}`) ?? "",
      value: wordy,
    };
    // No phone sends it. One that did would be refused, and what it sent forgotten.
    if (!first || (await outcome(first.phone.send("response:submit", input))) !== "invalid")
      throw new Error("a reflection with a text was not refused");
  }
  await push(console, "prompt:close", at);
  for (const guest of guests.filter((one) => late.has(one))) await answer(guest);
  await push(console, "results:show", at);
}

/** A step that is tried again when a release came in between, as in a class with live results. */
async function push<N extends StepName>(
  console: Client<ConsoleView>,
  ...[name, input]: StepOf<N>
): Promise<void> {
  for (;;) {
    const refused = await step(console, name, input).then(
      () => undefined,
      (error: Error) => error,
    );
    if (!refused) return;
    if (!refused.message.includes("stale")) throw refused;
  }
}

type StepOf<N extends StepName> = Parameters<typeof step<N>> extends [unknown, ...infer Rest] ? Rest : never;

async function askQuestions(guests: Guest[], held: HeldClass, canaries: Canaries): Promise<void> {
  for (const asker of guests.slice(0, 3)) {
    const id = questionId.parse(randomUUID());
    const list = `vote ${id}`;
    const token = ({ token }: Guest) => token(`question\0${id}`);
    const text = `${canaries.text} and why is that?`;
    await outcome(asker.phone.send("question:ask", { id, token: token(asker), text }));
    arrived(held, list, token(asker));
    for (const guest of guests.filter((one) => one !== asker)) {
      const vote = { id, token: token(guest), wanted: true };
      if ((await outcome(guest.phone.send("question:vote", vote))) !== "ok")
        throw new Error("a vote was refused");
      arrived(held, list, vote.token);
    }
    held.lists.push(list);
  }
}

function arrived(held: HeldClass, list: string, token: string): void {
  const before = held.arrivals.get(list) ?? [];
  const key = keyOf(token);
  if (!before.includes(key)) held.arrivals.set(list, [...before, key]);
}

/** An answer that depends on no phone, so that no two of one are alike beyond chance. */
function answerTo(slide: string, text: string, chance: () => number): ResponseValue {
  const pick = <T>(some: T[]): T => some[Math.floor(chance() * some.length)] as T;
  const ratings = (most: number) => ({ a: Math.ceil(chance() * most), b: Math.ceil(chance() * most) });
  const bins = ["a", "b"];
  const values: Record<string, () => ResponseValue> = {
    choice: () => ({ kind: "choice", options: [pick(["a", "b", "c", "d"])] }),
    sort: () => ({ kind: "sort", bins: { a: pick(bins), b: pick(bins), c: pick(bins) } }),
    scale: () => ({ kind: "scale", ratings: ratings(5) }),
    continuum: () => ({ kind: "continuum", places: ratings(100) }),
    words: () => ({
      kind: "words",
      words: [`${pick(["calm", "warm", "tired"])} ${Math.floor(chance() * 1000)}`],
    }),
    open: () => ({ kind: "open", text, language: "en" }),
    rank: () => ({
      kind: "rank",
      order: pick([
        ["a", "b", "c"],
        ["b", "c", "a"],
        ["c", "a", "b"],
      ]),
    }),
    reflect: () => ({ kind: "reflect" }),
  };
  const value = values[slide]?.();
  if (!value) throw new Error(`no answer to ${slide}`);
  return value;
}

function keyOf(token: string): string {
  return createHash("sha256").update(Buffer.from(token, "hex")).digest("hex");
}

/** Numbers from 0 to 1 that the seed decides (Mulberry32). */
function chanceOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
