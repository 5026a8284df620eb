"use client";
import { useState } from "react";
import { useConsole } from "@/app/_client/console";
import { useConsoleKeys, useLetterKeys } from "@/app/_client/console-keys";
import { useWakeLock } from "@/app/_client/use-wake-lock";
import type { ConsoleView } from "@/protocol/views";
import type { SheetName } from "./cockpit";
import { Console, intend } from "./console";

/** The console of a running session: connected, kept awake, listening to the keys. */
export function LiveConsole({ initial }: { initial: ConsoleView }) {
  const control = useConsole(initial);
  const [sheet, setSheet] = useState<SheetName | null>(null);
  const [letters, setLetters] = useLetterKeys();
  const { status } = control.state.view;

  useWakeLock(status !== "ended");
  useConsoleKeys(letters, (intent) => {
    if (intent === "jump" || intent === "help") setSheet(intent);
    else if (intent !== "timer") intend(intent, { control, onSheet: setSheet });
    else if (status === "live") setSheet("timer");
    else control.tell(status === "lobby" ? "not_begun" : "session_ended");
  });

  return (
    <Console control={control} sheet={sheet} onSheet={setSheet} letters={letters} onLetters={setLetters} />
  );
}
