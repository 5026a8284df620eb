import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { requireFacilitator } from "@/app/_auth/facilitator";
import { Messages } from "@/app/_ui/messages";
import { Library } from "@/app/(facilitator)/classes/_ui/library";
import { StartButton } from "@/app/(facilitator)/classes/_ui/start-button";
import { getApp } from "@/server/app";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("classes"))("title") };
}

export default async function Page() {
  const actor = await requireFacilitator("/classes");
  const { queries } = getApp();
  const [classes, sessions] = await Promise.all([
    queries.classes(actor, await getLocale()),
    queries.sessions(actor),
  ]);
  const running = sessions.filter((session) => session.status !== "ended");
  return (
    <Messages of={["classes", "sessions"]}>
      <Library
        classes={classes}
        running={running}
        start={({ id, languages }) => (
          <StartButton classId={id} languages={languages} quiet={running.length > 0} />
        )}
      />
    </Messages>
  );
}
