"use client";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { ask, type Refusal } from "@/app/_client/refusal";
import type { ResponseId, SessionId, SlideId } from "@/protocol/ids";
import type { CardMark } from "@/protocol/kinds/open";

/** Marks one card from the summary. The page keeps showing where it stood, so that it can be taken back. */
export function useSummaryCard(card: { sessionId: SessionId; slideId: SlideId; cardId: ResponseId }) {
  // What the server has confirmed, not what was asked for.
  const [marked, setMarked] = useState<CardMark>();
  const marking = useMutation<unknown, Refusal, CardMark>({
    mutationFn: (mark) => ask("summary:mark", { ...card, mark }),
    onSuccess: (_, mark) => setMarked(mark),
  });
  return {
    mark: (mark: CardMark) => {
      if (!marking.isPending) marking.mutate(mark);
    },
    busy: marking.isPending,
    failed: marking.isError,
    marked,
  };
}
