import type { NextAuthOptions } from "next-auth";
import credentials from "next-auth/providers/credentials";
import { z } from "zod";
import { nextPath } from "@/app/_auth/next-path";
import type { Actor } from "@/protocol/actors";
import type { Ack } from "@/protocol/errors";
import { facilitatorId, signInId } from "@/protocol/ids";
import { limits } from "@/protocol/limits";
import { getApp, type Origin } from "@/server/app";

// next-auth must answer under any name: phones and laptops come by address, by
// localhost or by a proxy's name. It gets one fixed origin instead of trusting the
// Host line, and our route turns whatever it redirects to into a path of this site.
process.env.NEXTAUTH_URL = "http://attune.invalid/api/auth";

/** All that the cookie says; what it is worth is decided at the row in the database. */
const claims = z.object({ facilitatorId, signInId });

const stranger: Actor = { kind: "stranger" };

type Surroundings = {
  origin: Origin;
  /** Runs when a sign-out has proved that it came from our page. */
  signOut: () => Promise<void>;
};

export function nextAuthOptions({ origin, signOut }: Surroundings): NextAuthOptions {
  const app = getApp();

  const signIn = async (input: unknown) => {
    const { facilitatorId, signInId } = done(await app.execute(stranger, "sign-in:create", input, origin));
    return { id: facilitatorId, facilitatorId, signInId };
  };

  return {
    secret: app.authSecret,
    useSecureCookies: app.secure,
    session: { strategy: "jwt", maxAge: limits.signInDays * 24 * 60 * 60 },
    providers: [
      credentials({ id: "credentials", credentials: {}, authorize: signIn }),
      credentials({
        id: "setup",
        credentials: {},
        authorize: async (input) => {
          done(await app.execute(stranger, "account:create", input, origin));
          return signIn(input);
        },
      }),
    ],
    callbacks: {
      redirect: ({ url }) => nextPath(url),
      // Right after signing in there is a user; neither name nor e-mail goes into the cookie.
      jwt: ({ token, user }) => claims.parse(user ?? token),
    },
    events: { signOut },
  };
}

/** next-auth carries a refusal as the message of an error: ours is the code. */
function done<T>(ack: Ack<T>): T {
  if (!ack.ok) throw new Error(ack.error.code);
  return ack.data;
}
