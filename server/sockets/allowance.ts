import type { ActorKind } from "@/protocol/actors";
import type { ErrorCode } from "@/protocol/errors";
import { limits } from "@/protocol/limits";

/** What one socket, or one phone, may send. */
export type Allowance = {
  /** Why this command is not even tried, or undefined. */
  refusalOf: (name: string, input: unknown) => ErrorCode | undefined;
};

/** How many sockets one phone may hold: those of a few tabs, and of a line that it has lost unnoticed. */
export const socketsPerPhone = 5;

type Pace = { burst: number; everyMs: number };
const paces: Record<"phone" | "console" | "question", Pace> = {
  phone: { burst: 30, everyMs: 200 },
  console: { burst: 60, everyMs: 50 },
  // A person has a few questions, and votes a few times a minute.
  question: { burst: 5, everyMs: 20_000 },
};

/**
 * What one socket may send, known in memory only and forgotten with its session.
 * Never counted by address: a whole class sits behind one. `now` is in ms and only goes forward.
 */
export function createAllowance(kind: ActorKind, now: () => number = () => performance.now()): Allowance {
  return new Kept(kind === "console" ? paces.console : paces.phone, now);
}

/** A class, and fields instead of buckets: one is kept per phone, and closures would weigh more than what they count. */
class Kept implements Allowance {
  readonly #pace: Pace;
  readonly #now: () => number;
  #commands: number;
  #commandsAt = 0;
  #questions = paces.question.burst;
  #questionsAt = 0;
  #tokens: Map<string, string> | undefined;

  constructor(pace: Pace, now: () => number) {
    this.#pace = pace;
    this.#now = now;
    this.#commands = pace.burst;
  }

  refusalOf(name: string, input: unknown): ErrorCode | undefined {
    const now = this.#now();
    const commands = leftOf(this.#pace, this.#commands, now - this.#commandsAt);
    if (commands < 1) return "too_many_tries";
    this.#commands = commands - 1;
    this.#commandsAt = now;
    if (name === "question:ask") {
      const questions = leftOf(paces.question, this.#questions, now - this.#questionsAt);
      if (questions < 1) return "too_many_tries";
      this.#questions = questions - 1;
      this.#questionsAt = now;
    }
    if (!Object.hasOwn(purposes, name)) return undefined;
    this.#tokens ??= new Map();
    return isOneVoice(this.#tokens, name, input) ? undefined : "not_allowed";
  }
}

/** A bucket that fills up with time. */
const leftOf = ({ burst, everyMs }: Pace, left: number, passedMs: number): number =>
  Math.min(burst, left + passedMs / everyMs);

/** What a token of this command is for: the field that names it, or the command itself. */
const purposes: Record<string, { about: string; field?: string }> = {
  "response:submit": { about: "prompt", field: "promptId" },
  "question:ask": { about: "question", field: "id" },
  "question:vote": { about: "question", field: "id" },
  "question:withdraw": { about: "question", field: "id" },
  "pulse:send": { about: "pulse" },
};
const mostTokens = limits.slides * 2 + limits.questions * 2;

/** A phone has one token per prompt and per question: a second one would be a second participant, made up for the guard. */
function isOneVoice(tokens: Map<string, string>, name: string, input: unknown): boolean {
  const purpose = Object.hasOwn(purposes, name) ? purposes[name] : undefined;
  if (!purpose) return true;
  const sent = (input ?? {}) as Record<string, unknown>;
  const { token } = sent;
  const named = purpose.field === undefined ? "" : sent[purpose.field];
  // What fits no schema is left to the schema to say.
  if (typeof named !== "string" || typeof token !== "string" || !/^[0-9a-f]{64}$/.test(token)) return true;
  const key = `${purpose.about} ${named}`;
  const known = tokens.get(key);
  if (known !== undefined) return known === token;
  if (named.length > 100 || tokens.size >= mostTokens) return false;
  tokens.set(key, token);
  return true;
}
