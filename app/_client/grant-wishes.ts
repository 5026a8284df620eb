import { askOwn } from "@/app/_client/own-door";
import { shuffled } from "@/app/_client/shuffled";
import { dropWish, readWishes, saveWishes, type Wish } from "@/app/_client/wishes";

/** An answer that was under way has come by then, or never will. */
const secondAfter = 12_000;
const soon = 2000;
const latest = 60_000;

const going = new Map<string, () => void>();
const listeners = new Set<(reached: boolean) => void>();

/** Calls back with whether the class could be reached, at every try. */
export function followGranting(listener: (reached: boolean) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/**
 * Asks the class for everything that is wished back, one thing per message and in a random order,
 * until it is granted; at once when the network comes back, else ever more rarely. Called again
 * while it goes on, it tries at once.
 */
export function grantWishes(sessionId: string): void {
  const hurry = going.get(sessionId);
  if (hurry) {
    hurry();
    return;
  }
  let wait = soon;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let busy = false;

  const round = async () => {
    if (busy) return;
    busy = true;
    clearTimeout(timer);
    const left = await tryAll(sessionId);
    busy = false;
    for (const tell of listeners) tell(left !== "failed");
    if (left === "none") {
      window.removeEventListener("online", hasten);
      going.delete(sessionId);
      return;
    }
    timer = setTimeout(() => void round(), left === "later" ? secondAfter : wait);
    if (left === "failed") wait = Math.min(latest, wait * 2);
  };
  const hasten = () => {
    wait = soon;
    void round();
  };
  going.set(sessionId, hasten);
  window.addEventListener("online", hasten);
  void round();
}

/** What is left afterwards: nothing, what is asked for a second time later, or what could not be had. */
async function tryAll(sessionId: string): Promise<"none" | "later" | "failed"> {
  const asked = new Set<string>();
  let failed = false;
  for (let wish = nextOf(sessionId, asked); wish; wish = nextOf(sessionId, asked)) {
    asked.add(wish.token);
    const reply = await askOwn("own:delete", { sessionId, token: wish.token, of: wish.of });
    if (!reply.ok) {
      // What the parent was told will go must not be dropped for whatever reason.
      failed = true;
      if (reply.code === "unreachable") break;
    } else if (wish.twice) settleFirst(sessionId, wish);
    else dropWish(sessionId, wish.token);
  }
  if (failed) return "failed";
  return readWishes(sessionId).length > 0 ? "later" : "none";
}

/** One by chance of those that were not asked for in this round. */
const nextOf = (sessionId: string, asked: ReadonlySet<string>): Wish | undefined =>
  shuffled(readWishes(sessionId).filter(({ token }) => !asked.has(token)))[0];

function settleFirst(sessionId: string, { token }: Wish): void {
  const wishes = readWishes(sessionId);
  saveWishes(
    sessionId,
    wishes.map((wish) => (wish.token === token ? { ...wish, twice: false } : wish)),
  );
}
