import type { Actor } from "@/protocol/actors";
import type { CommandName, CommandOutput } from "@/protocol/commands";
import type { Ack } from "@/protocol/errors";
import type { OriginHeaders } from "@/server/auth/origin";
import type { Queries } from "@/server/queries";

/** The process writes the client's address here, and drops what a client wrote. */
export const addressHeader = "x-attune-address";
/** And here what lets the inline scripts of this one answer run. */
export const nonceHeader = "x-attune-nonce";

/** What surrounds a call and is nobody's business afterwards. */
export type Origin = {
  /** The client's address: for throttling only, never stored or logged. */
  address: string;
};

/**
 * The one application of this process. Next bundles its own copies of our
 * modules, so the pages reach it here and import nothing else that runs.
 */
export type App = {
  /** Runs a command: parse, authorize, transaction, publish, acknowledge. Never throws. */
  execute: <N extends CommandName>(
    actor: Actor,
    name: N,
    input: unknown,
    origin: Origin,
  ) => Promise<Ack<CommandOutput<N>>>;
  /** Everything that pages read. */
  queries: Queries;
  /** Who a request's cookies say is there: a signed-in facilitator, or a stranger. */
  actorOf: (cookieHeader: string | undefined) => Promise<Actor>;
  /** Whether a browser sent this from one of our own pages. */
  sameOrigin: (headers: OriginHeaders) => boolean;
  /** Signs the sign-in cookie (next-auth's secret). */
  authSecret: string;
  /** Whether a person reaches us over https, as far as the configuration says. */
  secure: boolean;
};

const place = globalThis as typeof globalThis & { __attune?: App };

export function setApp(app: App): void {
  place.__attune = app;
}

export function getApp(): App {
  if (!place.__attune)
    throw new Error("Attune's pages run only under its own server: start it with `npm start`.");
  return place.__attune;
}
