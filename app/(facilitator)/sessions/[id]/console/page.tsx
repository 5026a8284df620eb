import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { requireFacilitator } from "@/app/_auth/facilitator";
import { getApp } from "@/server/app";
import { LiveConsole } from "./_ui/live-console";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("console");
  return { title: t("documentTitle") };
}

export default async function Page({ params }: Props) {
  const { id } = await params;
  const actor = await requireFacilitator(`/sessions/${id}/console`);
  const view = await getApp().queries.console(actor, id);
  if (!view) notFound();
  return <LiveConsole initial={view} />;
}
