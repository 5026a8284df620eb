import { setTimeout as wait } from "node:timers/promises";
import { createLine } from "@/server/auth/line";
import { createThrottle } from "@/server/auth/throttle";

const seconds = 1000;
const minutes = 60 * seconds;
const hours = 60 * minutes;

/** How much may fail before tries become slow; docs/security.md computes from these what guessing comes to. */
export const codeLimits = {
  /** In calm times, per address: a class sits behind one. */
  calm: { burst: 30, everyMs: 2 * seconds },
  /** What all addresses together may fail before somebody must be guessing. */
  all: { burst: 500, everyMs: seconds },
  /** While somebody guesses: an address from which nobody has come in, and one from which somebody has. */
  stranger: { burst: 5, everyMs: hours, keys: 100_000 },
  known: { burst: 30, everyMs: minutes },
  /** How many addresses a session may make known, and for how long. */
  knownFor: 12 * hours,
  vouchedEveryMs: minutes,
  /** A slow try of one address in calm times, and of all such addresses while somebody guesses. */
  slowMs: 500,
  guessedMs: seconds,
  /** That many are answered within 20 seconds, before a browser or proxy gives up. */
  slow: 40,
  guessed: 20,
} as const;

/**
 * Slows the guessing of codes down and never locks a class out (R4, R66). Only failed
 * tries count, per address. When too much fails altogether, however many addresses
 * share the work, an address from which nobody has ever come in may fail only a few
 * times more; beyond that all of these share one slow line. Addresses of classes
 * that are in go on as before.
 */
export type CodeTries = {
  /** Runs a look-up; `throttled` when it was not looked up, or may not be told that it failed. */
  run: <T extends { id: string }>(
    address: string,
    look: () => Promise<T | undefined>,
  ) => Promise<T | "unknown" | "throttled">;
};

type Given = {
  now: () => number;
  /** How many phones a session takes, which may all come from one address, or each from its own. */
  phones: number;
  pause?: (ms: number) => Promise<unknown>;
};

export function createCodeTries({
  now,
  phones,
  pause = (ms) => wait(ms, undefined, { ref: false }),
}: Given): CodeTries {
  const calm = createThrottle({ now, ...codeLimits.calm });
  const all = createThrottle({ now, ...codeLimits.all });
  const stranger = createThrottle({ now, ...codeLimits.stranger });
  const known = createThrottle({ now, ...codeLimits.known });
  const comers = createKnown(now, phones);
  const perAddress = createLine();
  const together = createLine();

  /** Whether this address may fail once more without being slowed, and where it waits when it may not. */
  const stands = (address: string): "free" | "slow" | "guessed" => {
    if (!all.allows("") && !(comers.has(address) ? known : stranger).allows(network(address)))
      return "guessed";
    return calm.allows(address) ? "free" : "slow";
  };

  /** Counted before the look-up, so that tries that run side by side count too; returns what was taken. */
  const reserve = (address: string) => {
    const shared = [
      { throttle: all, key: "" },
      { throttle: known, key: network(address) },
      { throttle: stranger, key: network(address) },
    ];
    return shared.filter(({ throttle, key }) => throttle.take(key));
  };

  return {
    run: async (address, look) => {
      const room = stands(address) === "free" ? Math.max(phones, codeLimits.slow) : codeLimits.slow;
      if (perAddress.length(address) >= room) return "throttled";
      // One at a time, so that tries sent together cannot all pass before the first one counts.
      return perAddress.stand(address, async (behind) => {
        const standing = stands(address);
        if (standing === "slow") {
          if (behind >= codeLimits.slow) return "throttled";
          await pause(codeLimits.slowMs);
        }
        if (standing === "guessed") {
          if (together.length("") >= codeLimits.guessed) return "throttled";
          await together.stand("", () => pause(codeLimits.guessedMs));
        }
        const reserved = reserve(address);
        const release = () => {
          for (const { throttle, key } of reserved) throttle.giveBack(key);
        };
        const found = await look().catch((error: unknown) => {
          release(); // a database that is away says nothing of the code
          throw error;
        });
        if (!found) return calm.take(address) ? "unknown" : "throttled";
        release();
        comers.add(address, found.id);
        return found;
      });
    },
  };
}

/** Who guesses over IPv6 has whole networks of networks: there a provider's customer counts as one. */
function network(address: string): string {
  return address.includes("::/") ? address.split(":").slice(0, 3).join(":") : address;
}

/** The addresses from which somebody has come in. One session vouches for a bounded number of them. */
function createKnown(now: () => number, perSession: number) {
  const until = new Map<string, number>();
  const vouchers = createThrottle({ now, burst: perSession, everyMs: codeLimits.vouchedEveryMs });
  const most = 100_000;
  const has = (address: string) => (until.get(address) ?? 0) > now();

  return {
    has,
    add: (address: string, session: string) => {
      if (has(address) || !vouchers.take(session)) return;
      until.delete(address);
      until.set(address, now() + codeLimits.knownFor);
      // A Map keeps the order of insertion: the first one is the oldest.
      const oldest = until.keys().next();
      if (until.size > most && !oldest.done) until.delete(oldest.value);
    },
  };
}
