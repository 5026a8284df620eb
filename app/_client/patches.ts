import { patched } from "@/protocol/patches";
import type { PhonePatch, PhoneView, View } from "@/protocol/views";

/** A room that missed the same does not ask in one beat. */
const spreadMs = 400;
/** How much longer each time, while the answer does not come. */
const longestMs = 8000;

type Parts<V extends View> = {
  view: () => V;
  take: (view: V) => void;
  /** Asks for the whole view and takes it; false when it did not come. */
  ask: () => Promise<boolean>;
  random?: () => number;
};

/**
 * Puts the newest view together from whole ones and patches. Where a patch does not
 * fit, the whole view is asked for: once, however many patches come meanwhile.
 */
export function followPatches<V extends View>({ view, take, ask, random = Math.random }: Parts<V>) {
  // Another connection may follow another language: its patches fit only on its own whole view.
  let whole = false;
  /** The newest revision that is known of. */
  let known = Number.NEGATIVE_INFINITY;
  let asking: ReturnType<typeof setTimeout> | "now" | undefined;
  let connection = 0;

  const isNewest = () => whole && view().rev >= known;
  const askSoon = (within: number) => {
    if (asking !== undefined || isNewest()) return;
    const mine = connection;
    asking = setTimeout(async () => {
      asking = undefined;
      // It may have come by itself.
      if (isNewest()) return;
      asking = "now";
      const came = await ask();
      if (mine !== connection) return;
      asking = undefined;
      askSoon(came ? spreadMs : Math.min(longestMs, within * 2));
    }, random() * within);
  };
  const stop = () => {
    connection += 1;
    if (asking !== "now") clearTimeout(asking);
    asking = undefined;
  };

  return {
    /** A connection has come, and brings its whole view: what waited for an answer waits no more. */
    begin: () => {
      stop();
      whole = false;
      known = Number.NEGATIVE_INFINITY;
    },
    /** A whole view has been taken, by whatever way it came. */
    hearWhole: () => {
      whole = true;
    },
    hear: (patch: PhonePatch) => {
      const now = view();
      if (now.audience !== "phone") return;
      const next = patched(now, patch);
      if (next === "old" && whole) return;
      known = Math.max(known, patch.rev);
      // A phone's view with a phone's fields is one of this page's kind.
      if (typeof next === "object" && whole) take(next as PhoneView & V);
      else askSoon(spreadMs);
    },
    stop,
  };
}
