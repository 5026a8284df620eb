import type { ReactNode } from "react";
import type { SheetName } from "@/app/(facilitator)/sessions/[id]/console/_ui/cockpit";
import { FrozenConsole } from "@/app/dev/screens/console/frozen-console";
import { everything, roomStates, spent } from "@/app/dev/screens/console/room-states";
import type { Question } from "@/protocol/questions";

type Extra = { sheet?: SheetName; questions?: Question[] | null };

/** The console with what the room asks, signals and is set to. */
export function roomScreensOf(around: (children: ReactNode) => ReactNode): Record<string, () => ReactNode> {
  const screen =
    (name: string, extra: Extra = {}) =>
    () => {
      const state = roomStates[name]?.();
      return state ? around(<FrozenConsole state={spent(state)} {...extra} />) : null;
    };
  return {
    ...Object.fromEntries(
      Object.keys(roomStates).map((name) => [`console-${name}`, screen(name, { questions: everything })]),
    ),
    "console-sheet-questions": screen("room-asked", { sheet: "questions", questions: everything }),
    "console-sheet-questions-none": screen("room-calm", { sheet: "questions", questions: [] }),
    "console-sheet-questions-off": screen("room-off", { sheet: "questions", questions: [] }),
    "console-sheet-room": screen("room-calm", { sheet: "room" }),
    "console-sheet-support": screen("room-calm", { sheet: "support" }),
    "console-sheet-languages": screen("room-lobby-lacking", { sheet: "languages" }),
    "console-sheet-done": screen("room-break", { sheet: "jump" }),
  };
}
