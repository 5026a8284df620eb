"use client";
import { useEffect, useState } from "react";
import { joinedBy } from "@/app/_client/joined";
import { followNotebook, type Notebook, readNotebook } from "@/app/_client/notebook";
import { useHandout } from "@/app/_client/use-handout";
import { useLeaves } from "@/app/_client/use-leaves";

/** What this phone still has of the class that this code led into; no session where it was in none. */
export function useOver(code: string) {
  const [sessionId, setSessionId] = useState<string | null>(null);
  const [responses, setResponses] = useState<Notebook["responses"]>({});
  const { leaves } = useLeaves(sessionId);
  const handout = useHandout(sessionId, null);
  useEffect(() => {
    const joined = joinedBy(code);
    if (!joined) return;
    setSessionId(joined);
    const read = () => setResponses(readNotebook(joined)?.responses ?? {});
    read();
    return followNotebook(joined, read);
  }, [code]);
  return { sessionId, responses, leaves, handout };
}
