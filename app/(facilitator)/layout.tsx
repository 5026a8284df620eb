import type { ReactNode } from "react";
import { facilitator } from "@/app/_auth/facilitator";
import { Messages } from "@/app/_ui/messages";
import { SignOut } from "@/app/_ui/sign-out";
import { Desk } from "@/app/(facilitator)/_ui/desk";
import { Mutations } from "@/app/(facilitator)/_ui/mutations";
import { getApp } from "@/server/app";

/** What surrounds a facilitator's pages. Each page itself asks who is there (`requireFacilitator`). */
export default async function Layout({ children }: { children: ReactNode }) {
  const actor = await facilitator();
  const name = actor && (await getApp().queries.facilitatorName(actor));
  return (
    <Messages of={["sessions", "common"]}>
      <Mutations>
        <Desk account={<SignOut name={name} />}>{children}</Desk>
      </Mutations>
    </Messages>
  );
}
