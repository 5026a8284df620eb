import type { Database } from "@/db/client";
import type { ParticipantTable } from "@/db/stores/own";
import type { Actor, ActorKind, ActorOf } from "@/protocol/actors";
import type { CommandData, CommandName, CommandOutput, Commands } from "@/protocol/commands";
import type { PromptId, SessionId, SignInId } from "@/protocol/ids";
import type { SignInTries } from "@/server/auth/sign-in-tries";
import type { IsRough } from "@/server/domain/facts";
import type { Config } from "@/server/env";
import type { Gate } from "@/server/gate";
import type { ResponseWriter } from "@/server/response-writer";
import type { Secrets } from "@/server/secrets";
import type { StoredFacts } from "@/server/session-facts";
import type { SessionViews } from "@/server/session-views";

/** What commands tell the rest of the process, always after their commit. */
export type Publish = {
  /** The session's revision grew: every audience gets what it now sees. Read anew when nothing is brought along. */
  sessionChanged: (id: SessionId, facts?: StoredFacts) => Promise<void>;
  /** New responses of a prompt were committed. */
  responsesChanged: (id: SessionId, promptId: PromptId) => void;
  /** Questions, their votes or who may see them changed. */
  questionsChanged: (id: SessionId) => void;
  /** The signals of a room changed. */
  pulseChanged: (id: SessionId) => void;
  /** These sign-ins are over: their consoles are told and closed. */
  signInsEnded: (ids: SignInId[]) => void;
};

/** Who is in the room now, as far as sockets tell. */
export type Presence = {
  phones: (id: SessionId) => number;
  facilitatorHere: (id: SessionId) => boolean;
};

/** The parts that a command may use; everything impure is in here. */
export type Context<A extends Actor = Actor> = {
  db: Database;
  actor: A;
  origin: { address: string };
  now: () => number;
  config: Config;
  secrets: Secrets;
  publish: Publish;
  presence: Presence;
  writer: ResponseWriter;
  views: SessionViews;
  tries: SignInTries;
  isRough: IsRough;
  /** What strangers ask of the database passes here. */
  gate: Gate;
  /** The tables about participants, as the catalog had them when somebody first asked: only a start migrates. */
  participantTables: () => Promise<ParticipantTable[]>;
  /** Where phones go, as `https://…/`; asked each time, since a laptop that changes its Wi-Fi changes it. */
  joinUrl: () => string;
};

/** The actors that a command's table entry lets in. */
export type ActorFor<N extends CommandName> = ActorOf<Commands[N]["by"][number] & ActorKind>;

export type Handler<N extends CommandName> = (
  ctx: Context<ActorFor<N>>,
  data: CommandData<N>,
) => Promise<CommandOutput<N>>;
