import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale } from "next-intl/server";
import { SharedSummaryScreen } from "@/app/s/_ui/shared-summary";
import { getApp } from "@/server/app";

// The title stays the neutral one of the whole site.
export const metadata: Metadata = { robots: { index: false, follow: false } };
export const dynamic = "force-dynamic";

export default async function Page({ params }: { params: Promise<{ token: string }> }) {
  const summary = await getApp().queries.shared((await params).token, await getLocale());
  if (!summary) notFound();
  return <SharedSummaryScreen summary={summary} />;
}
