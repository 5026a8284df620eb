import { consoleChange, consoleStep } from "@/server/commands/steps";
import type { Handler } from "@/server/context";
import { withHands } from "@/server/domain/session";

export const openPrompt: Handler<"prompt:open"> = consoleStep(({ slideId, seconds, rhythm }) => ({
  do: "open",
  slideId,
  seconds,
  rhythm,
}));
export const askAgain: Handler<"prompt:again"> = consoleStep(({ slideId, seconds }) => ({
  do: "again",
  slideId,
  seconds,
}));
export const closePrompt: Handler<"prompt:close"> = consoleStep(({ slideId }) => ({ do: "close", slideId }));
export const showResults: Handler<"results:show"> = consoleStep(({ slideId }) => ({ do: "show", slideId }));
export const hideResults: Handler<"results:hide"> = consoleStep(({ slideId }) => ({ do: "hide", slideId }));

export const startTimer: Handler<"timer:start"> = consoleStep(({ seconds, closesPrompt }) => ({
  do: "start-timer",
  seconds,
  closesPrompt,
}));
export const stopTimer = consoleStep(() => ({ do: "stop-timer" }));

/** Hands of parents without a phone; they go through the same guard (R38, R47). */
export const setHands: Handler<"hands:set"> = async (ctx, { rev, slideId, hands }) => {
  const view = await consoleChange(ctx, rev, ({ state, deck }) => withHands(state, deck, slideId, hands));
  if (view.prompt) ctx.publish.responsesChanged(ctx.actor.sessionId, view.prompt.id);
  return view;
};
