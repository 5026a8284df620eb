import type { ConsoleControl } from "@/app/_client/console";
import type { Choices } from "@/app/_client/console-choices";
import type { Blocked, Intent } from "@/app/_client/console-presses";
import type { QuestionDesk } from "@/app/_client/question-desk";

export type SheetName =
  | "jump"
  | "timer"
  | "join"
  | "release"
  | "end"
  | "help"
  | "more"
  | "questions"
  | "room"
  | "support"
  | "languages";

export type ConsoleProps = {
  control: ConsoleControl;
  desk: QuestionDesk;
  choices: Choices;
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
