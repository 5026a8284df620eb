import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import type { ActorOf } from "@/protocol/actors";
import { getApp } from "@/server/app";

/** The signed-in facilitator behind this request, or undefined; asked once per request. */
export const facilitator = cache(async (): Promise<ActorOf<"facilitator"> | undefined> => {
  // Reading the cookies tells Next that the page differs for each person.
  await cookies();
  const actor = await getApp().actorOf((await headers()).get("cookie") ?? undefined);
  return actor.kind === "facilitator" ? actor : undefined;
});

/** For a facilitator's page at this path: a stranger is asked to sign in and comes back to it. */
export async function requireFacilitator(path: string): Promise<ActorOf<"facilitator">> {
  return (await facilitator()) ?? redirect(`/sign-in?${new URLSearchParams({ next: path })}`);
}
