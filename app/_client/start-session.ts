"use client";
import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useRef } from "react";
import { ask, type Refusal } from "@/app/_client/refusal";
import { makeUuid } from "@/app/_client/uuid";
import type { ClassId, SessionId } from "@/protocol/ids";

/**
 * Starts a session of a class and goes to its console. The id is made once, so
 * that a second click, or a second try after a lost connection, is the same session.
 */
export function useStartSession(classId: ClassId) {
  const router = useRouter();
  const id = useRef<SessionId>(null);
  const { mutate, isPending, isSuccess, error } = useMutation<unknown, Refusal>({
    mutationFn: () => {
      id.current ??= makeUuid() as SessionId;
      return ask("session:start", { id: id.current, classId });
    },
    onSuccess: () => router.push(`/sessions/${id.current}/console`),
  });
  const busy = isPending || isSuccess;
  return { start: () => !busy && mutate(), busy, refusal: error?.code };
}
