"use client";
import { useCallback, useEffect, useRef, useState } from "react";
import { followLeaves, keepDraft, type Leaves, readLeaves, storeDraft } from "@/app/_client/leaves";
import type { ResponseValue, SlideView } from "@/protocol/kinds";

/** The leaves of this session: empty until the page runs in its browser. */
export function useLeaves(sessionId: string | null) {
  const [leaves, setLeaves] = useState<Leaves>({});
  const current = useRef<Leaves>({});

  useEffect(() => {
    if (!sessionId) return;
    // What was typed before the script came is newer than what was kept.
    current.current = { ...readLeaves(sessionId), ...current.current };
    setLeaves(current.current);
    return followLeaves(sessionId, () => {
      current.current = { ...current.current, ...readLeaves(sessionId) };
      setLeaves(current.current);
    });
  }, [sessionId]);

  const keep = useCallback(
    (promptId: string, slide: SlideView, draft: ResponseValue | null) => {
      current.current = sessionId
        ? storeDraft(sessionId, current.current, promptId, slide, draft)
        : keepDraft(current.current, promptId, slide, draft);
      setLeaves(current.current);
    },
    [sessionId],
  );

  return { leaves, keep };
}
