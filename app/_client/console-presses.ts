import type { LiveState } from "@/app/_client/live";
import type { CommandInput, CommandName, CommandOutput } from "@/protocol/commands";
import type { ConsoleView, NextAction } from "@/protocol/views";

type StepCommand = {
  [N in CommandName]: CommandOutput<N> extends ConsoleView ? N : never;
}[CommandName];

/** One press on the console: a command without the revision that it is made against. */
export type Press = {
  [N in StepCommand]: { name: N; input: Omit<CommandInput<N>, "rev"> };
}[StepCommand];

/** What a facilitator means, by key or by button. */
export type Intent = "forward" | "back" | "phase" | "results" | "blank" | "undo";

/** What an intent comes to on this view: a command, the question before the end, or the reason why not. */
export type Meaning = { press: Press } | { ask: "end" } | { refuse: Refusal };

export type Refusal =
  | "first_slide"
  | "last_slide"
  | "no_prompt"
  | "not_begun"
  | "not_closed"
  | "nothing_to_undo"
  | "session_ended";

/** Why nothing can be sent now; null when the server is there. */
export type Blocked = "connecting" | "offline" | "unreachable" | "stopping" | "refused" | "signed_out";

export function blockedBy(
  state: Pick<LiveState<ConsoleView>, "link" | "refusal" | "signInEnded">,
): Blocked | null {
  if (state.signInEnded || state.refusal === "signed_out") return "signed_out";
  return state.link === "online" ? null : state.link;
}

export function meaningOf(intent: Intent, view: ConsoleView): Meaning {
  if (intent === "undo")
    return view.undo ? { press: { name: "step:undo", input: {} } } : { refuse: "nothing_to_undo" };
  if (view.status === "ended") return { refuse: "session_ended" };
  if (intent === "forward") return forward(view.nextAction, view);
  if (view.status === "lobby") return { refuse: "not_begun" };
  return whileLive[intent](view);
}

const whileLive: Record<"back" | "blank" | "phase" | "results", (view: ConsoleView) => Meaning> = {
  back: (view) =>
    view.place <= 1 && view.step === 0
      ? { refuse: "first_slide" }
      : { press: { name: "slide:back", input: {} } },
  blank: (view) => ({ press: { name: "screen:blank", input: { blank: !view.blank } } }),
  phase,
  results,
};

function forward(action: NextAction, view: ConsoleView): Meaning {
  const slideId = view.slide?.id;
  if (action === "begin") return { press: { name: "session:begin", input: {} } };
  if (action === "end") return { ask: "end" };
  if (action === "next") return { press: { name: "slide:next", input: {} } };
  if (action === "none" || !slideId) return { refuse: "last_slide" };
  if (action === "open") return { press: { name: "prompt:open", input: { slideId } } };
  if (action === "close") return { press: { name: "prompt:close", input: { slideId } } };
  return { press: { name: "results:show", input: { slideId } } };
}

function phase({ slide, prompt }: ConsoleView): Meaning {
  if (!slide || !prompt) return { refuse: "no_prompt" };
  const name = prompt.phase === "open" ? "prompt:close" : "prompt:open";
  return { press: { name, input: { slideId: slide.id } } };
}

function results({ slide, prompt, release }: ConsoleView): Meaning {
  if (!slide || !prompt) return { refuse: "no_prompt" };
  const early = prompt.phase === "ready" || (prompt.phase === "open" && release === "closing");
  if (early && !prompt.shown) return { refuse: "not_closed" };
  return { press: { name: prompt.shown ? "results:hide" : "results:show", input: { slideId: slide.id } } };
}

/**
 * Whether two views look the same to someone about to press: the same place, the
 * same prompt, the same offers. Counts and results may differ, since answers come
 * in all the time and change nothing of what a press means.
 */
export function sameGround(before: ConsoleView, after: ConsoleView): boolean {
  return JSON.stringify(groundOf(before)) === JSON.stringify(groundOf(after));
}

function groundOf(view: ConsoleView) {
  const { status, slide, step, blank, timer, prompt, release, undo } = view;
  return [status, slide?.id, step, blank, timer, prompt?.phase, prompt?.shown, release, undo];
}

/** Whether a view already is what a press asks for. Moves ask for a change and are never done before. */
export function isDone(press: Press, { slide, prompt, blank, timer, status }: ConsoleView): boolean {
  if (press.name === "screen:blank") return blank === press.input.blank;
  if (press.name === "timer:stop") return timer === null;
  if (press.name === "session:end") return status === "ended";
  if (!("slideId" in press.input) || press.input.slideId !== slide?.id || !prompt) return false;
  if (press.name === "prompt:open") return prompt.phase === "open";
  if (press.name === "prompt:close") return prompt.phase === "closed";
  if (press.name === "results:show") return prompt.shown;
  return press.name === "results:hide" && !prompt.shown;
}
