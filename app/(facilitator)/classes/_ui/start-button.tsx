"use client";
import { useStartSession } from "@/app/_client/start-session";
import { StartControl } from "@/app/(facilitator)/classes/_ui/start-control";
import type { ClassLanguage } from "@/protocol/classes";
import type { ClassId } from "@/protocol/ids";

type Props = { classId: ClassId; languages: ClassLanguage[]; quiet: boolean };

export function StartButton({ classId, languages, quiet }: Props) {
  const { start, busy, refusal } = useStartSession(classId);
  return <StartControl onStart={start} languages={languages} busy={busy} refusal={refusal} quiet={quiet} />;
}
