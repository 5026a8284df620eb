import type { LiveState } from "@/app/_client/live";
import type { CommandInput, CommandName, CommandOutput } from "@/protocol/commands";
import type { Slide, SlideOf, TimedKind } from "@/protocol/kinds";
import type { Card } from "@/protocol/kinds/open";
import type { Rhythm } from "@/protocol/kinds/pause";
import type { ConsoleView, NextAction } from "@/protocol/views";

type StepCommand = {
  [N in CommandName]: CommandOutput<N> extends ConsoleView ? N : never;
}[CommandName];

/** One press on the console: a command without the revision that it is made against. */
export type Press = {
  [N in StepCommand]: { name: N; input: Omit<CommandInput<N>, "rev"> };
}[StepCommand];

/** What a facilitator means, by key or by button. */
export type Intent = "forward" | "back" | "phase" | "results" | "again" | "blank" | "undo";

/** How a pause or a talk shall run, where it is not as the class plans it. */
export type Timing = { seconds?: number; rhythm?: Rhythm };

/** What an intent comes to on this view: a command, the question before the end, or the reason why not. */
export type Meaning = { press: Press } | { ask: "end" } | { refuse: Refusal };

export type Refusal =
  | "first_slide"
  | "no_again"
  | "no_cards"
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

/** What the room does together for a while: it opens and closes, and nobody answers. */
export function isTimed(slide: Slide | null): slide is SlideOf<TimedKind> {
  return slide?.kind === "pause" || slide?.kind === "pair";
}

export function meaningOf(intent: Intent, view: ConsoleView, timing: Timing = {}): Meaning {
  if (intent === "undo")
    return view.undo ? { press: { name: "step:undo", input: {} } } : { refuse: "nothing_to_undo" };
  if (view.status === "ended") return { refuse: "session_ended" };
  if (intent === "forward") return forward(view.nextAction, view, timing);
  if (view.status === "lobby") return { refuse: "not_begun" };
  return whileLive[intent](view, timing);
}

type Live = "back" | "blank" | "phase" | "results" | "again";
const whileLive: Record<Live, (view: ConsoleView, timing: Timing) => Meaning> = {
  back: (view) =>
    view.place <= 1 && view.step === 0
      ? { refuse: "first_slide" }
      : { press: { name: "slide:back", input: {} } },
  blank: (view) => ({ press: { name: "screen:blank", input: { blank: !view.blank } } }),
  phase,
  results,
  again,
};

function forward(action: NextAction, view: ConsoleView, timing: Timing): Meaning {
  const slideId = view.slide?.id;
  if (action === "begin") return { press: { name: "session:begin", input: {} } };
  if (action === "end") return { ask: "end" };
  if (action === "next") return { press: { name: "slide:next", input: {} } };
  if (action === "none" || !slideId) return { refuse: "last_slide" };
  if (action === "open") return { press: { name: "prompt:open", input: { slideId, ...timing } } };
  if (action === "close") return { press: { name: "prompt:close", input: { slideId } } };
  if (action === "again") return { press: { name: "prompt:again", input: { slideId } } };
  return { press: { name: "results:show", input: { slideId } } };
}

function phase({ slide, prompt }: ConsoleView, timing: Timing): Meaning {
  if (!slide || !prompt) return { refuse: "no_prompt" };
  if (prompt.phase === "open") return { press: { name: "prompt:close", input: { slideId: slide.id } } };
  return { press: { name: "prompt:open", input: { slideId: slide.id, ...timing } } };
}

function again({ slide, prompt }: ConsoleView): Meaning {
  if (!slide || !prompt || isTimed(slide)) return { refuse: "no_prompt" };
  return prompt.again
    ? { press: { name: "prompt:again", input: { slideId: slide.id } } }
    : { refuse: "no_again" };
}

function results({ slide, prompt, release }: ConsoleView): Meaning {
  if (!slide || !prompt || isTimed(slide)) return { refuse: "no_prompt" };
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
  const { status, slide, step, blank, timer, prompt, release, undo, settings, support, questionsShown } =
    view;
  const room = [settings, support, questionsShown];
  return [
    status,
    slide?.id,
    step,
    blank,
    timer,
    prompt?.id,
    prompt?.phase,
    prompt?.shown,
    release,
    undo,
    ...room,
  ];
}

/** Whether a view already is what a press asks for. Moves ask for a change and are never done before. */
export function isDone(press: Press, view: ConsoleView): boolean {
  const { slide, prompt, blank, timer, status } = view;
  if (press.name === "questions:show") return view.questionsShown === press.input.shown;
  if (press.name === "screen:blank") return blank === press.input.blank;
  if (press.name === "timer:stop") return timer === null;
  if (press.name === "session:end") return status === "ended";
  if (!("slideId" in press.input) || press.input.slideId !== slide?.id || !prompt) return false;
  if (press.name === "prompt:open") return prompt.phase === "open";
  if (press.name === "prompt:again") return prompt.round === 2 && prompt.phase === "open";
  if (press.name === "prompt:close") return prompt.phase === "closed";
  if (press.name === "results:show") return prompt.shown;
  if (press.name === "results:hide") return !prompt.shown;
  if (press.name === "hands:set") return JSON.stringify(prompt.hands) === JSON.stringify(press.input.hands);
  return isTidied(press, prompt.results);
}

/** Whether the room's texts already lie as a press wants them. */
function isTidied(press: Press, results: NonNullable<ConsoleView["prompt"]>["results"]): boolean {
  if (results?.kind === "words" && press.name === "word:mark")
    return results.words.some(({ text, mark }) => text === press.input.word && mark === press.input.mark);
  if (results?.kind !== "open") return false;
  const has = (cardId: string, as: (card: Card) => boolean) =>
    results.cards.some((card) => card.id === cardId && as(card));
  const named = (themeId: string) => results.themes.find(({ id }) => id === themeId)?.name;
  if (press.name === "card:mark") return has(press.input.cardId, ({ mark }) => mark === press.input.mark);
  if (press.name === "card:group")
    return has(press.input.cardId, ({ theme }) => theme === press.input.themeId);
  if (press.name === "theme:add" || press.name === "theme:rename")
    return named(press.input.themeId) === press.input.name;
  return press.name === "theme:remove" && named(press.input.themeId) === undefined;
}
