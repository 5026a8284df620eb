"use client";
import { useMutation } from "@tanstack/react-query";
import { ask, type Refusal } from "@/app/_client/refusal";
import type { ResponseId, SessionId, SlideId } from "@/protocol/ids";
import type { CardMark } from "@/protocol/kinds/open";

/** Marks one card from the summary. The page keeps showing where it stood, so that it can be taken back. */
export function useSummaryCard(card: { sessionId: SessionId; slideId: SlideId; cardId: ResponseId }) {
  const marking = useMutation<unknown, Refusal, CardMark>({
    mutationFn: (mark) => ask("summary:mark", { ...card, mark }),
  });
  return {
    mark: (mark: CardMark) => marking.mutate(mark),
    busy: marking.isPending,
    failed: marking.isError,
    /** The mark that was set last from here. */
    marked: marking.isSuccess ? marking.variables : undefined,
  };
}
