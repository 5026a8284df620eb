import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { requireFacilitator } from "@/app/_auth/facilitator";
import { Messages } from "@/app/_ui/messages";
import { TeamScreen } from "@/app/(facilitator)/team/_ui/team-screen";
import { TeamSupport } from "@/app/(facilitator)/team/_ui/team-support";
import { getApp } from "@/server/app";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("team"))("documentTitle") };
}

export default async function Page() {
  const actor = await requireFacilitator("/team");
  const team = await getApp().queries.team(actor);
  if (!team) notFound();
  return (
    <Messages of={["team", "sessions"]}>
      <TeamScreen name={team.name}>
        <TeamSupport contacts={team.contacts} />
      </TeamScreen>
    </Messages>
  );
}
