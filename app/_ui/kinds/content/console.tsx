import type { ConsoleKind } from "@/app/_ui/kinds/console-props";

export const contentConsole: ConsoleKind<"content"> = { Results: null };
