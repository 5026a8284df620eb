import { randomUUID } from "node:crypto";
import {
  deleteExpiredSignIns,
  deleteSignIn,
  deleteSignInsOf,
  facilitatorByEmail,
  insertSignIn,
} from "@/db/stores/facilitators";
import type { ActorOf } from "@/protocol/actors";
import type { CommandData, CommandOutput } from "@/protocol/commands";
import { AppError } from "@/protocol/errors";
import { signInId } from "@/protocol/ids";
import { limits } from "@/protocol/limits";
import { passwordMatches } from "@/server/auth/passwords";
import type { Context } from "@/server/context";

type SignedIn = Context<ActorOf<"facilitator">>;

const day = 24 * 60 * 60 * 1000;

/** Checks the credentials; the caller (next-auth) puts the new sign-in into its cookie. */
export async function createSignIn(
  ctx: Context,
  data: CommandData<"sign-in:create">,
): Promise<CommandOutput<"sign-in:create">> {
  const facilitator = await ctx.tries.run(ctx.origin.address, data.email, async () => {
    const found = await facilitatorByEmail(ctx.db, data.email);
    return (await passwordMatches(found?.passwordHash, data.password)) ? found : undefined;
  });
  if (!facilitator) throw new AppError("credentials_wrong");

  const now = ctx.now();
  const id = signInId.parse(randomUUID());
  await deleteExpiredSignIns(ctx.db, new Date(now));
  await insertSignIn(ctx.db, {
    id,
    facilitatorId: facilitator.id,
    createdAt: new Date(now),
    expiresAt: new Date(now + limits.signInDays * day),
  });
  return { facilitatorId: facilitator.id, signInId: id, name: facilitator.name };
}

/** Signs out this browser: its cookie is worth nothing from now on. */
export async function endSignIn(ctx: SignedIn): Promise<CommandOutput<"sign-in:end">> {
  const ended = await deleteSignIn(ctx.db, ctx.actor.signInId, ctx.actor.facilitatorId);
  ctx.publish.signInsEnded(ended);
  return {};
}

/** Signs out every browser of this facilitator. */
export async function endAllSignIns(ctx: SignedIn): Promise<CommandOutput<"sign-in:end-all">> {
  const ended = await deleteSignInsOf(ctx.db, ctx.actor.facilitatorId);
  ctx.publish.signInsEnded(ended);
  return {};
}
