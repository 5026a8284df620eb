"use client";
import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { ask, type Refusal } from "@/app/_client/refusal";
import type { Contact } from "@/protocol/support";

/** Keeps the contacts that new sessions begin with; the page then reads anew what is kept. */
export function useTeamSupport() {
  const router = useRouter();
  const { mutate, isPending, error } = useMutation<unknown, Refusal, Contact[]>({
    mutationFn: (contacts) => ask("team:support", { contacts }),
    onSuccess: () => router.refresh(),
  });
  return { save: (contacts: Contact[]) => mutate(contacts), busy: isPending, refusal: error?.code };
}
