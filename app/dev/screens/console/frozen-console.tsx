"use client";
import { useState } from "react";
import type { Notice } from "@/app/_client/console";
import { useChoices } from "@/app/_client/console-choices";
import { useConsoleKeys } from "@/app/_client/console-keys";
import type { Press } from "@/app/_client/console-presses";
import type { LiveState } from "@/app/_client/live";
import type { QuestionDesk } from "@/app/_client/question-desk";
import type { SheetName } from "@/app/(facilitator)/sessions/[id]/console/_ui/cockpit";
import { Console, intend } from "@/app/(facilitator)/sessions/[id]/console/_ui/console";
import type { ConsoleView } from "@/protocol/views";

type Props = {
  state: LiveState<ConsoleView>;
  questions?: QuestionDesk["questions"] | undefined;
  sheet?: SheetName;
  notice?: Notice;
  busy?: boolean;
};

/** The console with a state that stands still: sheets open and close, and what would be sent is noted. */
export function FrozenConsole({ state, questions = [], sheet: first, notice: told, busy = false }: Props) {
  const [sheet, setSheet] = useState<SheetName | null>(first ?? null);
  const [notice, setNotice] = useState<Notice | null>(told ?? null);
  const [letters, setLetters] = useState(true);
  const [pressed, setPressed] = useState<Press | null>(null);
  const choices = useChoices(state.view);
  const control = {
    state,
    busy,
    notice,
    act: setPressed,
    tell: (reason: Notice["reason"]) => setNotice({ reason, nth: (notice?.nth ?? 0) + 1 }),
    dismiss: () => setNotice(null),
  };
  useConsoleKeys(letters, (intent) => {
    if (intent === "jump" || intent === "help" || intent === "timer" || intent === "questions")
      setSheet(intent);
    else if (intent === "board") choices.onBoard(!choices.board);
    else intend(intent, { control, choices, onSheet: setSheet });
  });
  return (
    <>
      <Console
        control={control}
        desk={{ questions, mark: () => Promise.resolve(true) }}
        choices={choices}
        sheet={sheet}
        onSheet={setSheet}
        letters={letters}
        onLetters={setLetters}
      />
      <output hidden id="pressed">
        {JSON.stringify(pressed)}
      </output>
    </>
  );
}
