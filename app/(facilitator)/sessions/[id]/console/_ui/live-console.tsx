"use client";
import { useState } from "react";
import { useConsole } from "@/app/_client/console";
import { useChoices } from "@/app/_client/console-choices";
import { useConsoleKeys, useLetterKeys } from "@/app/_client/console-keys";
import { useQuestionDesk } from "@/app/_client/question-desk";
import { useWakeLock } from "@/app/_client/use-wake-lock";
import type { ConsoleView } from "@/protocol/views";
import type { SheetName } from "./cockpit";
import { Console, intend } from "./console";

/** The console of a running session: connected, kept awake, listening to the keys. */
export function LiveConsole({ initial }: { initial: ConsoleView }) {
  const { live, ...control } = useConsole(initial);
  const desk = useQuestionDesk(control, live);
  const [sheet, setSheet] = useState<SheetName | null>(null);
  const [letters, setLetters] = useLetterKeys();
  const choices = useChoices(control.state.view);
  const { status, prompt } = control.state.view;

  useWakeLock(status !== "ended");
  useConsoleKeys(letters, (intent) => {
    if (intent === "jump" || intent === "help" || intent === "questions") setSheet(intent);
    else if (intent === "board") {
      if (prompt?.results?.kind === "open") choices.onBoard(!choices.board);
      else control.tell("no_cards");
    } else if (intent !== "timer") intend(intent, { control, choices, onSheet: setSheet });
    else if (status === "live") setSheet("timer");
    else control.tell(status === "lobby" ? "not_begun" : "session_ended");
  });

  return (
    <Console
      control={control}
      desk={desk}
      choices={choices}
      sheet={sheet}
      onSheet={setSheet}
      letters={letters}
      onLetters={setLetters}
    />
  );
}
