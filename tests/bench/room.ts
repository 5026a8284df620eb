import { setTimeout as pass } from "node:timers/promises";
import type { Child } from "@/tests/bench/child";
import { clock } from "@/tests/bench/numbers";
import { isView, openPhone, type Phone } from "@/tests/bench/phones";

/** Where a room of phones comes together: Attune, or what it is measured against. */
export type Venue = {
  child: Child;
  /** The handshake of the nth phone, as JSON. */
  handshake: (n: number) => string;
  /** A phone of Attune has come in with its first view; of a bare server with its connection. */
  arrivesWith: "view" | "connection";
};

/** The phones of one venue, all driven the same way. */
export type Room = {
  /** From the first connection that is tried until the last phone has what it came for, in ms. */
  arrivedMs: number;
  phones: Phone[];
  /** When each phone hears of the view with this revision. */
  hear: (rev: number) => Promise<number[]>;
  /** The newest view that the first phone got, as it came. */
  newest: () => string;
  /** Everybody answers at once: ms until the last acknowledgement. Throws when one is refused. */
  answer: (inputs: string[]) => Promise<number>;
  leave: () => Promise<void>;
};

/** `atOnce`: so many try to connect together; the rest follow when these have come in. */
export async function gather(venue: Venue, count: number, atOnce = count): Promise<Room> {
  const heard: { event?: (n: number, data: Buffer) => void; acknowledged?: (data: Buffer) => void } = {};
  const phones: Phone[] = [];
  let newest = "";
  let fail: (error: Error) => void = () => undefined;
  const lost = new Promise<never>((_, reject) => {
    fail = reject;
  });
  lost.catch(() => undefined);

  const come = (n: number) =>
    new Promise<void>((resolve) => {
      let first = true;
      const arrived = () => {
        if (first) resolve();
        first = false;
      };
      const auth = venue.handshake(n);
      phones[n] = openPhone(venue.child.origin, auth, {
        connected: venue.arrivesWith === "connection" ? arrived : undefined,
        event: (data) => {
          if (!isView(data)) return;
          if (first) arrived();
          if (n === 0) newest = data.toString();
          heard.event?.(n, data);
        },
        acknowledged: (data) => heard.acknowledged?.(data),
        lost: (reason) => fail(new Error(`phone ${n} was lost: ${reason.slice(0, 200)}`)),
      });
    });

  const began = clock();
  for (let from = 0; from < count; from += atOnce) {
    const here = Array.from({ length: Math.min(atOnce, count - from) }, (_, n) => come(from + n));
    await Promise.race([Promise.all(here), lost]);
  }
  const arrivedMs = clock() - began;

  return {
    arrivedMs,
    phones,
    newest: () => newest,
    hear: (rev) => {
      const mark = Buffer.from(`"rev":${rev},`);
      const times = new Array<number>(count).fill(0);
      let missing = count;
      const all = new Promise<number[]>((resolve) => {
        heard.event = (n, data) => {
          if (times[n] !== 0 || !data.includes(mark)) return;
          times[n] = clock();
          missing -= 1;
          if (missing === 0) resolve(times);
        };
      });
      return Promise.race([all, lost]);
    },
    answer: (inputs) => {
      let missing = count;
      const refused = new Map<string, number>();
      const all = new Promise<number>((resolve, reject) => {
        heard.acknowledged = (data) => {
          if (!data.includes('"ok":true')) refused.set(data.toString(), 1);
          missing -= 1;
          if (missing > 0) return;
          if (refused.size > 0)
            reject(new Error(`${refused.size} answers were refused: ${[...refused.keys()][0]}`));
          else resolve(clock() - sent);
        };
      });
      const sent = clock();
      for (const [n, phone] of phones.entries()) phone.send("response:submit", inputs[n] ?? "null");
      return Promise.race([all, lost]);
    },
    leave: async () => {
      for (const phone of phones) phone.leave();
      // The console stays.
      while ((await venue.child.ask<number>("connections")) > 1) await pass(20);
    },
  };
}
