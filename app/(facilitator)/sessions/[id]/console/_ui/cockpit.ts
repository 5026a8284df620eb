import type { ConsoleControl } from "@/app/_client/console";
import type { Blocked, Intent } from "@/app/_client/console-presses";

export type SheetName = "jump" | "timer" | "join" | "release" | "end" | "help" | "more";

export type ConsoleProps = {
  control: ConsoleControl;
  sheet: SheetName | null;
  onSheet: (sheet: SheetName | null) => void;
  /** Whether single letters are keys of the console. */
  letters: boolean;
  onLetters: (on: boolean) => void;
};

/** What the parts of the console share. */
export type Cockpit = ConsoleProps & {
  blocked: Blocked | null;
  /** Does what a button or key means now, or says why it cannot be done. */
  intend: (intent: Intent) => void;
  phones: number;
  responses: number;
};

export type SheetProps = Cockpit & { close: () => void };
