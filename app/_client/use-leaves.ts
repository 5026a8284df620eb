"use client";
import { useCallback, useEffect, useRef, useState } from "react";
import { keepDraft, type Leaves, readLeaves, saveLeaves } from "@/app/_client/leaves";
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
  }, [sessionId]);

  const keep = useCallback(
    (slide: SlideView, draft: ResponseValue | null) => {
      current.current = keepDraft(current.current, slide, draft);
      if (sessionId) saveLeaves(sessionId, current.current);
      setLeaves(current.current);
    },
    [sessionId],
  );

  return { leaves, keep };
}
