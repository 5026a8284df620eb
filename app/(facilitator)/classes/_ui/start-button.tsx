"use client";
import { useStartSession } from "@/app/_client/start-session";
import { StartControl } from "@/app/(facilitator)/classes/_ui/start-control";
import type { ClassId } from "@/protocol/ids";

export function StartButton({ classId, quiet }: { classId: ClassId; quiet: boolean }) {
  const { start, busy, refusal } = useStartSession(classId);
  return <StartControl onStart={start} busy={busy} refusal={refusal} quiet={quiet} />;
}
