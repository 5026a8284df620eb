"use client";
import { useCallback, useEffect, useRef, useState } from "react";
import type { Live } from "@/app/_client/live";
import type { Question } from "@/protocol/questions";
import type { View } from "@/protocol/views";

/**
 * The questions that this page may list, asked for anew whenever `changed` grows;
 * null until the first list came. Answers may overtake each other: the one that was
 * asked for last wins. Without `live` nothing is asked.
 */
export function useQuestionList<V extends View>(live: Pick<Live<V>, "send"> | null, changed: number) {
  const [questions, setQuestions] = useState<Question[] | null>(null);
  const asked = useRef(0);
  const shown = useRef(0);

  const refresh = useCallback(async () => {
    if (!live) return;
    asked.current += 1;
    const nth = asked.current;
    const reply = await live.send("questions:list", {});
    if (!reply.ok || nth < shown.current) return;
    shown.current = nth;
    setQuestions(reply.data.questions);
  }, [live]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the change is what it waits for
  useEffect(() => void refresh(), [refresh, changed]);

  return { questions, refresh };
}
