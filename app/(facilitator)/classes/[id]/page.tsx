import type { Metadata } from "next";
import { requireFacilitator } from "@/app/_auth/facilitator";
import { Messages } from "@/app/_ui/messages";
import { StartButton } from "@/app/(facilitator)/classes/_ui/start-button";
import { ClassScreen } from "@/app/(facilitator)/classes/[id]/_ui/class-screen";
import { type ClassProps, classOf } from "@/app/(facilitator)/classes/[id]/class-page";
import { getApp } from "@/server/app";

export async function generateMetadata(props: ClassProps): Promise<Metadata> {
  return { title: (await classOf(props)).title };
}

export default async function Page(props: ClassProps) {
  const page = await classOf(props);
  const actor = await requireFacilitator(`/classes/${page.card.id}`);
  const sessions = await getApp().queries.sessions(actor);
  const running = sessions.some((session) => session.status !== "ended");
  return (
    <Messages of={["classes", "sessions"]}>
      <ClassScreen
        page={page}
        start={<StartButton classId={page.card.id} languages={page.card.languages} quiet={running} />}
      />
    </Messages>
  );
}
