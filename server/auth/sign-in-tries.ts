import { AppError } from "@/protocol/errors";
import { createThrottle } from "@/server/auth/throttle";

const seconds = 1000;
const minutes = 60 * seconds;

/** How many passwords are checked at a time: each check takes 19 MiB and a core for some 30 ms. */
const atOnce = 16;

/**
 * Slows down guessing without ever locking an owner out. Limits that refuse are
 * per address, or per address and e-mail together, so nobody can use up the tries
 * of another address. An e-mail that is guessed at from many addresses makes the
 * limit stricter for each of them, never shut.
 */
export type SignInTries = {
  /** Runs one try; `undefined` from it means that the credentials were wrong. */
  run: <T>(address: string, email: string, attempt: () => Promise<T | undefined>) => Promise<T | undefined>;
};

export function createSignInTries(now: () => number): SignInTries {
  // Many facilitators of one office share an address.
  const perAddress = createThrottle({ now, burst: 20, everyMs: 15 * seconds });
  const perPair = createThrottle({ now, burst: 5, everyMs: minutes });
  const perEmail = createThrottle({ now, burst: 20, everyMs: minutes });
  // For an e-mail under attack: one try per address, then a longer wait.
  const perPairUnderAttack = createThrottle({ now, burst: 1, everyMs: 3 * minutes });
  let running = 0;

  const take = (address: string, email: string): boolean => {
    const pair = `${address} ${email}`;
    const attacked = !perEmail.allows(email);
    if (!perAddress.allows(address) || !perPair.allows(pair)) return false;
    if (attacked && !perPairUnderAttack.allows(pair)) return false;
    // Counted before the password is checked: tries that run side by side count too.
    perAddress.take(address);
    perPair.take(pair);
    perPairUnderAttack.take(pair);
    perEmail.take(email);
    return true;
  };

  const forgive = (address: string, email: string): void => {
    const pair = `${address} ${email}`;
    perAddress.giveBack(address);
    perEmail.giveBack(email);
    perPair.clear(pair);
    perPairUnderAttack.clear(pair);
  };

  return {
    run: async (address, email, attempt) => {
      if (running >= atOnce) throw new AppError("overloaded");
      if (!take(address, email)) throw new AppError("too_many_tries");
      running += 1;
      try {
        const result = await attempt();
        if (result !== undefined) forgive(address, email);
        return result;
      } catch (error) {
        forgive(address, email);
        throw error;
      } finally {
        running -= 1;
      }
    },
  };
}
