"use client";
import { useEffect } from "react";
import { fetched } from "@/app/_client/fetched";
import { hasWishes } from "@/app/_client/wished";

const load = () => import("@/app/_client/grant-wishes");

/** What a parent wanted back when the class was not reached goes out from here, also days later. */
export function useWishes(sessionId: string | null): void {
  useEffect(() => {
    if (sessionId && hasWishes(sessionId))
      void fetched(load).then(({ grantWishes }) => grantWishes(sessionId));
  }, [sessionId]);
}
