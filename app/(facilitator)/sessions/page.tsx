import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { requireFacilitator } from "@/app/_auth/facilitator";
import { Sessions } from "@/app/(facilitator)/sessions/_ui/sessions";
import { getApp } from "@/server/app";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("sessions"))("title") };
}

export default async function Page() {
  const actor = await requireFacilitator("/sessions");
  return <Sessions sessions={await getApp().queries.sessions(actor)} />;
}
