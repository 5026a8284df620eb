"use client";
import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useRef } from "react";
import { ask, type Refusal } from "@/app/_client/refusal";
import { makeUuid } from "@/app/_client/uuid";
import type { ClassId, SessionId } from "@/protocol/ids";

type Begun = { id: SessionId; language: string | undefined };

/**
 * Starts a session of a class, in the class's own language unless another is named,
 * and goes to its console. The id is made once for each language, so that a second
 * click, or a second try after a lost connection, is the same session.
 */
export function useStartSession(classId: ClassId) {
  const router = useRouter();
  const begun = useRef<Begun>(null);
  const { mutate, isPending, isSuccess, error } = useMutation<unknown, Refusal, string | undefined>({
    mutationFn: (language) => {
      if (begun.current?.language !== language || begun.current === null)
        begun.current = { id: makeUuid() as SessionId, language };
      const { id } = begun.current;
      return ask("session:start", { id, classId, ...(language !== undefined && { language }) });
    },
    onSuccess: () => router.push(`/sessions/${begun.current?.id}/console`),
  });
  const busy = isPending || isSuccess;
  return { start: (language?: string) => !busy && mutate(language), busy, refusal: error?.code };
}
