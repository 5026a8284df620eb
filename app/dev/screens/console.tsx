import type { ReactNode } from "react";
import type { Notice } from "@/app/_client/console";
import { serif } from "@/app/_ui/fonts/serif";
import { Messages } from "@/app/_ui/messages";
import type { SheetName } from "@/app/(facilitator)/sessions/[id]/console/_ui/cockpit";
import { MissingConsole } from "@/app/(facilitator)/sessions/[id]/console/_ui/missing-console";
import { FrozenConsole } from "@/app/dev/screens/console/frozen-console";
import { roomScreensOf } from "@/app/dev/screens/console/room-screens";
import { states } from "@/app/dev/screens/console/states";

type Extra = { sheet?: SheetName; notice?: Notice; busy?: boolean };

function frozen(name: string, extra: Extra = {}): () => ReactNode {
  return () => {
    const state = states[name]?.();
    return state ? around(<FrozenConsole state={state} {...extra} />) : null;
  };
}

function around(children: ReactNode): ReactNode {
  return (
    <Messages of={["console", "screen", "team"]}>
      <div className={serif.variable}>{children}</div>
    </Messages>
  );
}

/** Screens with fixed data, by name. */
export const consoleScreens: Record<string, () => ReactNode> = {
  ...Object.fromEntries(Object.keys(states).map((name) => [`console-${name}`, frozen(name)])),
  "console-sheet-jump": frozen("choice-open", { sheet: "jump" }),
  "console-sheet-timer": frozen("choice-open", { sheet: "timer" }),
  "console-sheet-join": frozen("content", { sheet: "join" }),
  "console-sheet-release": frozen("lobby", { sheet: "release" }),
  "console-sheet-end": frozen("choice-open", { sheet: "end" }),
  "console-sheet-help": frozen("content", { sheet: "help" }),
  "console-sheet-more": frozen("choice-open", { sheet: "more" }),
  "console-notice": frozen("content", { notice: { reason: "stale", nth: 1 } }),
  "console-busy": frozen("content", { busy: true }),
  ...roomScreensOf(around),
  "console-missing": () => around(<MissingConsole />),
};
