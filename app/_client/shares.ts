"use client";
import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useRef } from "react";
import { ask, type Refusal } from "@/app/_client/refusal";
import { makeUuid } from "@/app/_client/uuid";
import type { SessionId, ShareId } from "@/protocol/ids";

/** Opens and revokes the links to a summary; the page then reads anew what there is. */
export function useShares(sessionId: SessionId) {
  const router = useRouter();
  const next = useRef<ShareId>(null);
  const create = useMutation<unknown, Refusal, number>({
    mutationFn: (days) => {
      // Kept until it is known to exist: a repeat is the same link.
      next.current ??= makeUuid() as ShareId;
      return ask("share:create", { id: next.current, sessionId, days });
    },
    onSuccess: () => {
      next.current = null;
      router.refresh();
    },
  });
  const revoke = useMutation<unknown, Refusal, ShareId>({
    mutationFn: (id) => ask("share:revoke", { id }),
    onSuccess: () => router.refresh(),
  });
  return {
    create: (days: number) => create.mutate(days),
    revoke: (id: ShareId) => revoke.mutate(id),
    busy: create.isPending || revoke.isPending,
    refusal: (create.error ?? revoke.error)?.code,
  };
}
