"use client";
import { useEffect, useState } from "react";
import { type Handout, keepHandout, readHandout } from "@/app/_client/keepsake";
import type { Live } from "@/app/_client/live";
import { whenAtRest } from "@/app/_client/use-later";
import type { PhoneView } from "@/protocol/views";

/**
 * The handout, fetched when the phone has nothing else to do, so that it is there
 * without the server and after the end. Another language is another handout.
 */
export function useHandout(sessionId: string | null, live: Live<PhoneView> | null): Handout | null {
  const [handout, setHandout] = useState<Handout | null>(null);

  useEffect(() => {
    if (sessionId) setHandout((now) => now ?? readHandout(sessionId));
  }, [sessionId]);

  useEffect(() => {
    if (!live || !sessionId) return;
    let wanted = true;
    let fetching = false;
    const fetchIt = async () => {
      if (!wanted || fetching) return;
      fetching = true;
      const reply = await live.send("handout:read", {});
      fetching = false;
      if (!wanted || !reply.ok) return;
      wanted = false;
      keepHandout(sessionId, reply.data);
      setHandout(reply.data);
    };
    const cancel = whenAtRest(() => void fetchIt());
    live.onOnline(() => whenAtRest(() => void fetchIt()));
    return () => {
      wanted = false;
      cancel();
    };
  }, [live, sessionId]);

  return handout;
}
