"use client";
import { useState } from "react";
import type { Notice } from "@/app/_client/console";
import { useConsoleKeys } from "@/app/_client/console-keys";
import type { LiveState } from "@/app/_client/live";
import type { SheetName } from "@/app/(facilitator)/sessions/[id]/console/_ui/cockpit";
import { Console, intend } from "@/app/(facilitator)/sessions/[id]/console/_ui/console";
import type { ConsoleView } from "@/protocol/views";

type Props = { state: LiveState<ConsoleView>; sheet?: SheetName; notice?: Notice; busy?: boolean };

/** The console with a state that stands still: sheets open and close, nothing is sent. */
export function FrozenConsole({ state, sheet: first, notice: told, busy = false }: Props) {
  const [sheet, setSheet] = useState<SheetName | null>(first ?? null);
  const [notice, setNotice] = useState<Notice | null>(told ?? null);
  const [letters, setLetters] = useState(true);
  const control = {
    state,
    busy,
    notice,
    act: () => {},
    tell: (reason: Notice["reason"]) => setNotice({ reason, nth: (notice?.nth ?? 0) + 1 }),
    dismiss: () => setNotice(null),
  };
  useConsoleKeys(letters, (intent) => {
    if (intent === "jump" || intent === "help" || intent === "timer") setSheet(intent);
    else intend(intent, { control, onSheet: setSheet });
  });
  return (
    <Console control={control} sheet={sheet} onSheet={setSheet} letters={letters} onLetters={setLetters} />
  );
}
