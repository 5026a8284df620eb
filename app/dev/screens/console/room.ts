import type { SlideView, Tally } from "@/protocol/kinds";
import type { Html } from "@/protocol/kinds/base";
import type { ConsoleView } from "@/protocol/views";

/** The room's part of a made-up view; in a real one it comes from the server. */
export function roomOf({ status, slide, step, prompt }: Omit<ConsoleView, "room">): ConsoleView["room"] {
  if (status !== "live" || !slide) return { slide: null, prompt: null };
  const { notes: _notes, minutes: _minutes, bodies, ...rest } = slide;
  const revealed = prompt?.shown === true && prompt.phase === "closed";
  const seen = {
    ...rest,
    body: bodies[step] ?? ("" as Html),
    explanation: revealed ? slide.explanation : ("" as Html),
    ...(slide.kind === "choice" && { correct: revealed ? slide.correct : [] }),
  } as SlideView;
  if (!prompt) return { slide: seen, prompt: null };
  const results = prompt.shown ? prompt.results : null;
  return {
    slide: seen,
    prompt: {
      phase: prompt.phase,
      results: results && withoutHidden(results),
      heldBack: prompt.shown && !results,
    },
  };
}

function withoutHidden(results: Tally): Tally {
  if (results.kind !== "open") return results;
  return { ...results, cards: results.cards.filter(({ mark }) => mark !== "hidden") };
}
