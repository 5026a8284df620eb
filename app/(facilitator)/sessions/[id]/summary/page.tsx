import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { requireFacilitator } from "@/app/_auth/facilitator";
import { Messages } from "@/app/_ui/messages";
import { SharePanel } from "@/app/(facilitator)/sessions/[id]/summary/_ui/share-panel";
import { SummaryCard } from "@/app/(facilitator)/sessions/[id]/summary/_ui/summary-card";
import { SummaryScreen } from "@/app/(facilitator)/sessions/[id]/summary/_ui/summary-screen";
import { getApp } from "@/server/app";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("summary"))("title") };
}

export default async function Page({ params }: Props) {
  const { id } = await params;
  const actor = await requireFacilitator(`/sessions/${id}/summary`);
  const summary = await getApp().queries.summary(actor, id);
  if (!summary) notFound();
  return (
    <Messages of={["summary", "sessions"]}>
      <SummaryScreen
        summary={summary}
        cardOf={(slideId, card) => <SummaryCard sessionId={summary.id} slideId={slideId} card={card} />}
        share={<SharePanel sessionId={summary.id} site={summary.site} shares={summary.shares} />}
      />
    </Messages>
  );
}
