import { consoleStep } from "@/server/commands/steps";
import type { Handler } from "@/server/context";

const second = 1000;

export const openPrompt: Handler<"prompt:open"> = consoleStep(({ slideId, seconds }, now) => ({
  do: "open",
  slideId,
  endsAt: seconds === undefined ? null : now + seconds * second,
}));

export const closePrompt: Handler<"prompt:close"> = consoleStep(({ slideId }) => ({ do: "close", slideId }));
export const showResults: Handler<"results:show"> = consoleStep(({ slideId }) => ({ do: "show", slideId }));
export const hideResults: Handler<"results:hide"> = consoleStep(({ slideId }) => ({ do: "hide", slideId }));

export const startTimer: Handler<"timer:start"> = consoleStep(({ seconds, closesPrompt }, now) => ({
  do: "start-timer",
  endsAt: now + seconds * second,
  closesPrompt,
}));

export const stopTimer = consoleStep(() => ({ do: "stop-timer" }));
