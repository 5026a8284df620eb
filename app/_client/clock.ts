import { deviceNow } from "@/app/_client/device-clock";

/**
 * How far the server's clock is from this device's. Each question to the server
 * bounds it (Cristian's algorithm: F. Cristian, "Probabilistic clock
 * synchronization", 1989): the answer was made somewhere between asking and
 * hearing, so the middle is wrong by at most half the round trip. Of several
 * answers the tightest bounds count, each from whichever has it (Marzullo's way
 * with sources, 1984): that is never worse than the quickest answer alone.
 */
export type Sample = {
  /** What the server's clock said. */
  at: number;
  /** When this device asked and when it heard, by its own clock. */
  sent: number;
  received: number;
};

/** Quartz runs away by some 50 millionths; twice that is taken to be on the safe side. */
const drift = 1e-4;

/** Times this large are told apart no finer in a double, so bounds that touch may seem to miss each other. */
const rounding = 1e-3;

/** Server clock minus this device's, and by how much that may be wrong at `now`. */
export type Estimate = { skew: number; error: number };

export function estimateOf(samples: readonly Sample[], now: number): Estimate | undefined {
  let least = Number.NEGATIVE_INFINITY;
  let most = Number.POSITIVE_INFINITY;
  for (const { at, sent, received } of samples) {
    const aged = Math.max(0, now - received) * drift;
    least = Math.max(least, at - received - aged);
    most = Math.min(most, at - sent + aged);
  }
  if (least <= most + rounding) return samples.length > 0 ? middle(least, most) : undefined;
  // They contradict each other: one of the clocks was set, and the newest knows.
  return estimateOf(samples.slice(-1), now);
}

const middle = (least: number, most: number): Estimate => ({
  skew: (least + most) / 2,
  error: Math.max(0, most - least) / 2,
});

const burst = 5;
const kept = 12;
/** How often it is estimated again while something timed runs. */
const everyMs = 3 * 60_000;
/** A younger estimate is good enough for what begins now. */
const freshMs = 60_000;
/** A room does not ask in one beat. */
const spreadMs = 1000;

type Parts = {
  /** Asks the server for its clock; null when it did not answer. */
  read: () => Promise<number | null>;
  /** The skew has become another. */
  changed: (skew: number) => void;
  now?: () => number;
};

export type Clock = {
  skew: () => number;
  /** A view that was made at `at` has come: the server's clock is at least there. */
  hear: (at: number) => void;
  /** Estimates anew; what was known may be wrong, since the device may have slept. */
  wake: () => Promise<void>;
  /** Whether something timed runs. */
  timed: (running: boolean) => void;
  close: () => void;
};

export function followClock(first: number, { read, changed, now = deviceNow }: Parts): Clock {
  let skew = first - now();
  let samples: Sample[] = [];
  // Counts the wakings: an answer from before a sleep says nothing after it.
  let waking = 0;
  let asking: Promise<void> | undefined;
  let asked = Number.NEGATIVE_INFINITY;
  let repeating: ReturnType<typeof setInterval> | undefined;
  let soon: ReturnType<typeof setTimeout> | undefined;

  const become = (value: number) => {
    // Less than a thousandth of a second is not worth drawing a page for.
    if (Math.abs(value - skew) < 1) return;
    skew = value;
    changed(skew);
  };

  const ask = async (mine: number) => {
    for (let nth = 0; nth < burst && mine === waking; nth += 1) {
      const sent = now();
      const at = await read();
      const received = now();
      if (at === null || mine !== waking) return;
      samples = [...samples, { at, sent, received }].slice(-kept);
      asked = received;
      const known = estimateOf(samples, received);
      if (known) become(known.skew);
    }
  };
  const estimate = () => {
    if (!asking) {
      const mine = waking;
      asking = ask(mine).finally(() => {
        if (mine === waking) asking = undefined;
      });
    }
    return asking;
  };
  const wake = () => {
    waking += 1;
    samples = [];
    asking = undefined;
    return estimate();
  };

  return {
    skew: () => skew,
    hear: (at) => {
      const least = at - now();
      const known = estimateOf(samples, now());
      // Until there is a sample, the latest moment that is certain is the best guess.
      if (!known) become(Math.max(skew, least));
      // A view from the future: this clock stood still, or the server's was set.
      else if (least > known.skew + known.error + 1) {
        become(least);
        void wake();
      }
    },
    wake,
    timed: (running) => {
      if (running === (repeating !== undefined)) return;
      clearInterval(repeating);
      clearTimeout(soon);
      repeating = running ? setInterval(() => void estimate(), everyMs) : undefined;
      if (running && now() - asked > freshMs)
        soon = setTimeout(() => void estimate(), Math.random() * spreadMs);
    },
    close: () => {
      waking += 1;
      clearInterval(repeating);
      clearTimeout(soon);
    },
  };
}
