"use client";
import { useEffect } from "react";
import { readWishes } from "@/app/_client/wishes";

/** What a parent wanted back when the class was not reached goes out from here, also days later. */
export function useWishes(sessionId: string | null): void {
  useEffect(() => {
    if (!sessionId || readWishes(sessionId).length === 0) return;
    const go = () =>
      void import("@/app/_client/grant-wishes").then(
        ({ grantWishes }) => grantWishes(sessionId),
        () => {
          // No network: asked again when there is one.
        },
      );
    go();
    window.addEventListener("online", go);
    return () => window.removeEventListener("online", go);
  }, [sessionId]);
}
