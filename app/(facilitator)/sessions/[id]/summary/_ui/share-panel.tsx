"use client";
import { useShares } from "@/app/_client/shares";
import { useSiteOrigin } from "@/app/_client/site-origin";
import { ShareView } from "@/app/(facilitator)/sessions/[id]/summary/_ui/share-view";
import type { SessionId } from "@/protocol/ids";
import type { Share } from "@/protocol/summaries";

export function SharePanel({ sessionId, shares }: { sessionId: SessionId; shares: Share[] }) {
  const { create, revoke, busy, refusal } = useShares(sessionId);
  const origin = useSiteOrigin();
  return (
    <ShareView
      shares={shares}
      origin={origin}
      onCreate={create}
      onRevoke={revoke}
      busy={busy}
      refusal={refusal}
    />
  );
}
