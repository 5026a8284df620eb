import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { serif } from "@/app/_ui/fonts/serif";
import { Messages } from "@/app/_ui/messages";
import { LiveRoom } from "@/app/screen/[session]/live-room";
import { getApp } from "@/server/app";

export const metadata: Metadata = { robots: { index: false, follow: false } };

type Props = { params: Promise<{ session: string }>; searchParams: Promise<{ key?: string | string[] }> };

export default async function Page({ params, searchParams }: Props) {
  const { session } = await params;
  const { key } = await searchParams;
  if (typeof key !== "string") notFound();
  const view = await getApp().queries.screen(session, key);
  if (!view) notFound();
  return (
    <Messages of="screen">
      <div className={serif.variable}>
        <LiveRoom screenKey={key} initial={view} />
      </div>
    </Messages>
  );
}
