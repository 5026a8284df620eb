import type { Slide, SlideView, Tally } from "@/protocol/kinds";
import type { Html } from "@/protocol/kinds/base";
import type { ConsoleView } from "@/protocol/views";

/** The room's part of a made-up view; in a real one it comes from the server. */
export function roomOf(
  { status, slide, step, prompt, language }: Omit<ConsoleView, "room">,
  recalled: ConsoleView["room"]["recalled"] = null,
): ConsoleView["room"] {
  if (status !== "live" || !slide) return { slide: null, prompt: null, recalled: null };
  // Of two planned rounds only the second one tells what is right.
  const last = !("rounds" in slide) || (prompt?.round ?? 1) >= slide.rounds;
  const revealed = last && prompt?.shown === true && prompt.phase === "closed";
  const seen = slideViewOf(slide, { step, language, revealed });
  if (!prompt) return { slide: seen, prompt: null, recalled };
  const results = prompt.shown ? prompt.results : null;
  return {
    slide: seen,
    prompt: {
      id: prompt.id,
      round: prompt.round,
      phase: prompt.phase,
      results: results && withoutHidden(results),
      heldBack: prompt.shown && !results,
      earlier: results && prompt.earlier,
    },
    recalled,
  };
}

type Standing = { step: number; language: string; revealed: boolean };

export function slideViewOf(slide: Slide, { step, language, revealed }: Standing): SlideView {
  const { notes: _notes, minutes: _minutes, bodies, ...rest } = slide;
  const nothing = Array.isArray("correct" in slide && slide.correct) ? [] : {};
  return {
    ...rest,
    language,
    body: bodies[step] ?? ("" as Html),
    explanation: revealed ? slide.explanation : ("" as Html),
    ...("correct" in slide && { correct: revealed ? slide.correct : nothing }),
  } as SlideView;
}

function withoutHidden(results: Tally): Tally {
  if (results.kind === "open")
    return { ...results, cards: results.cards.filter(({ mark, held }) => mark !== "hidden" && !held) };
  if (results.kind === "words")
    return { ...results, words: results.words.filter(({ mark, held }) => mark !== "hidden" && !held) };
  return results;
}
