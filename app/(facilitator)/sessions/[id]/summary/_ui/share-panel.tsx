"use client";
import { useShares } from "@/app/_client/shares";
import { ShareView } from "@/app/(facilitator)/sessions/[id]/summary/_ui/share-view";
import type { SessionId } from "@/protocol/ids";
import type { Share } from "@/protocol/summaries";

type Props = { sessionId: SessionId; site: string; shares: Share[] };

export function SharePanel({ sessionId, site, shares }: Props) {
  const { create, revoke, busy, refusal } = useShares(sessionId);
  return (
    <ShareView
      shares={shares}
      origin={site}
      onCreate={create}
      onRevoke={revoke}
      busy={busy}
      refusal={refusal}
    />
  );
}
