import type { Actor } from "@/protocol/actors";
import type { ClassCard, ClassPage } from "@/protocol/classes";
import type { SessionId } from "@/protocol/ids";
import type { SessionCard, SharedSummary, Summary } from "@/protocol/summaries";
import type { Contact } from "@/protocol/support";
import type { ConsoleView, PhoneView, ScreenView } from "@/protocol/views";
import type { Origin } from "@/server/app";

/** What became of a typed or scanned code. */
export type Joining =
  | { outcome: "in"; sessionId: SessionId; ticket: string; view: PhoneView }
  | { outcome: "unknown" } // no live session has this code
  | { outcome: "ended"; view: PhoneView | null } // it had one; the goodbye
  | { outcome: "full" }
  | { outcome: "throttled" };

/** What a team sets once for all of its facilitators. */
export type TeamPage = { name: string; contacts: Contact[] };

/** Everything that pages read. What is not the actor's is not there. */
export type Queries = {
  /** A phone at the door, with its code as digits, in the language that its parent reads. */
  join: (code: string, origin: Origin, language: string) => Promise<Joining>;
  /** The library, in the language nearest to this one. */
  classes: (actor: Actor, language: string) => Promise<ClassCard[]>;
  /** A class to be read and printed, in the language nearest to this one. */
  classPage: (actor: Actor, id: string, language: string) => Promise<ClassPage | undefined>;
  /** The actor's team. */
  team: (actor: Actor) => Promise<TeamPage | undefined>;
  /** A picture of a class by its name, which is made of its content. */
  picture: (name: string) => Promise<{ type: string; body: Buffer } | undefined>;
  sessions: (actor: Actor) => Promise<SessionCard[]>;
  console: (actor: Actor, id: string) => Promise<ConsoleView | undefined>;
  /** The projector, proved by the signed key of its link. */
  screen: (id: string, key: string) => Promise<ScreenView | undefined>;
  summary: (actor: Actor, id: string) => Promise<Summary | undefined>;
  /** The shared summary behind `/s/<token>`; undefined once revoked or expired. */
  shared: (token: string, language: string) => Promise<SharedSummary | undefined>;
  /** The name of the signed-in facilitator. */
  facilitatorName: (actor: Actor) => Promise<string | undefined>;
  /** Whether this first-run link still opens the first account. */
  setupOpen: (token: string) => Promise<boolean>;
};
