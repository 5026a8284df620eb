import { createHmac, randomUUID } from "node:crypto";
import { z } from "zod";
import { type SessionId, sessionId } from "@/protocol/ids";
import { log } from "@/server/log";
import type { Redis } from "@/server/redis";
import type { Secrets } from "@/server/secrets";
import type { PresenceBook } from "@/server/sockets/presence";

/** What the nodes tell each other beside what they say to rooms. */
export type Neighbours = {
  /** Whether this node may be missing what others say now. */
  deaf: () => boolean;
  /** How many other nodes are heard. */
  count: () => number;
  /** Calls back when something may have been missed: the line was down, or a node went without a word. */
  onMissed: (listener: () => void) => void;
  /** The views of this revision were just said to all. */
  told: (id: SessionId, rev: number) => void;
  /** Calls back with what another node told. What it said to rooms before has arrived by then. */
  onTold: (listener: (id: SessionId, rev: number) => void) => void;
  /** Says good-bye, so that nobody waits for this node. */
  stop: () => void;
};

const tellEveryMs = 100; // a room that arrives is told of in a few messages
const beatEveryMs = 1000;
// Counted in our own beats, not by the clock: a node that was too busy to listen has missed nothing yet.
/** After so many beats that do not come back to us the line is down. */
const deafAfter = 3;
/** A node that says nothing for so many beats is gone. */
const goneAfter = 4;
/** While this node is deaf it cannot tell who went; what was heard last holds for so many. */
const remembers = 60;

const crowd = z.object({
  phones: z.record(z.string(), z.number().int().nonnegative()),
  screens: z.number().int().nonnegative(),
  consoles: z.number().int().nonnegative(),
});
/** Numbered, so that a listener notices what it missed and asks for all of it. */
const message = z.discriminatedUnion("say", [
  z.object({
    say: z.literal("here"),
    from: z.uuid(),
    number: z.number().int(),
    /** Everything, instead of what has changed since the number before. */
    whole: z.boolean(),
    sessions: z.record(sessionId, crowd),
  }),
  z.object({ say: z.literal("ask"), from: z.uuid(), of: z.uuid().nullable() }),
  z.object({ say: z.literal("told"), from: z.uuid(), id: sessionId, rev: z.number().int() }),
  z.object({ say: z.literal("bye"), from: z.uuid() }),
]);
type Message = z.infer<typeof message>;
type Here = Extract<Message, { say: "here" }>;

/** Of another node: the number of what it told last, for how many beats it has been silent, and whether it was asked in this one. */
type Heard = { number: number; silent: number; asked: boolean };

/**
 * Tells the other nodes who is on this one, and keeps what they tell. Nothing of
 * it is stored: a node that starts asks, and one that falls silent is forgotten.
 */
export function createNeighbours({ redis, presence }: { redis: Redis; presence: PresenceBook }): Neighbours {
  const me = randomUUID();
  const heard = new Map<string, Heard>();
  const changed = new Map<SessionId, Set<string>>();
  let number = 0;
  let telling: NodeJS.Timeout | undefined;
  let unanswered = 0;
  let wasDeaf = false;
  let stopped = false;
  let puzzled = false;
  let missed: () => void = () => undefined;
  let told: (id: SessionId, rev: number) => void = () => undefined;

  const say = (what: Message) => redis.say(JSON.stringify(what));
  const here = (whole: boolean, sessions: Here["sessions"]) =>
    say({ say: "here", from: me, number, whole, sessions });
  const deaf = () => unanswered >= deafAfter;

  const tellChanged = () => {
    telling = undefined;
    number += 1;
    const sessions: Here["sessions"] = {};
    for (const [id, phones] of changed) sessions[id] = presence.crowdHere(id, phones);
    changed.clear();
    here(false, sessions);
  };

  const tellAll = () => {
    if (telling) clearTimeout(telling);
    telling = undefined;
    changed.clear();
    number += 1;
    here(true, Object.fromEntries(presence.sessionsHere().map((id) => [id, presence.crowdHere(id)])));
  };

  presence.onOwn((id, phone) => {
    const phones = changed.get(id) ?? new Set();
    if (phone !== undefined) phones.add(phone);
    changed.set(id, phones);
    if (!stopped) telling ??= setTimeout(tellChanged, tellEveryMs);
  });

  const take = (words: Here) => {
    const known = heard.get(words.from) ?? { number: -1, silent: 0, asked: false };
    heard.set(words.from, known);
    known.silent = 0;
    const beat = Object.keys(words.sessions).length === 0;
    if (words.whole) presence.heardAll(words.from, words.sessions);
    else if (words.number === (beat ? known.number : known.number + 1))
      presence.heard(words.from, words.sessions);
    else {
      if (!known.asked) say({ say: "ask", from: me, of: words.from });
      known.asked = true;
      return;
    }
    known.number = words.number;
  };

  const forget = (node: string) => {
    heard.delete(node);
    presence.heardAll(node, {});
  };

  const listen = (words: Message) => {
    if (words.from === me) {
      unanswered = 0;
      return;
    }
    switch (words.say) {
      case "here":
        return take(words);
      case "ask":
        if (words.of === null || words.of === me) tellAll();
        return;
      case "told":
        return told(words.id, words.rev);
      case "bye":
        return forget(words.from);
    }
  };

  redis.hear((text) => {
    const words = message.safeParse(parsed(text));
    if (words.success) return listen(words.data);
    if (!puzzled) log.warn("another node says what this one does not understand: is it of another version?");
    puzzled = true;
  });

  const introduce = () => {
    tellAll();
    say({ say: "ask", from: me, of: null });
  };

  const beat = () => {
    const deafNow = deaf();
    if (wasDeaf && !deafNow) {
      // The others get the time to speak that they would have had.
      for (const one of heard.values()) one.silent = 0;
      introduce();
      missed();
    }
    wasDeaf = deafNow;
    for (const [node, one] of heard) {
      one.silent += 1;
      one.asked = false;
      if (one.silent <= (deafNow ? remembers : goneAfter)) continue;
      forget(node);
      missed();
    }
    unanswered += 1;
    here(false, {});
  };

  introduce();
  const beating = setInterval(beat, beatEveryMs);

  return {
    deaf,
    count: () => heard.size,
    onMissed: (listener) => {
      missed = listener;
    },
    told: (id, rev) => say({ say: "told", from: me, id, rev }),
    onTold: (listener) => {
      told = listener;
    },
    stop: () => {
      stopped = true;
      clearInterval(beating);
      if (telling) clearTimeout(telling);
      say({ say: "bye", from: me });
    },
  };
}

/**
 * What other nodes call a phone. It is made from its token for this session with a key that only
 * nodes have, so nobody who listens in, or knows the database, can tell whose it is.
 */
export function phoneNames({ sign }: Pick<Secrets, "sign">): (id: SessionId, attendance: string) => string {
  return (id, attendance) =>
    createHmac("sha256", sign).update(`present\0${id}\0${attendance}`).digest("base64url").slice(0, 16);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
