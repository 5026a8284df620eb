import type { Cell } from "@/app/(facilitator)/sessions/[id]/export/csv";
import { findingsOf } from "@/app/(facilitator)/sessions/[id]/export/kind-rows";
import type { Tally } from "@/protocol/kinds";
import type { PromptSummary, Summary } from "@/protocol/summaries";

/**
 * The names of columns, sections and states are the same in every language, so that the
 * files of many sessions can be put together. Texts are in the language of the session.
 */
const columns = [
  ...["session", "class", "started", "section", "part", "slide", "title", "kind", "round", "state"],
  ...["item", "answer", "count", "value", "right", "theme", "language", "responses"],
  ...["planned_minutes", "spent_minutes", "share_answered"],
] as const;
type Row = Record<string, Cell>;

/** All that a summary shows, as a table with its head: nothing that is hidden, held or withheld. */
export function rowsOf(summary: Summary): Cell[][] {
  const session: Row = {
    session: summary.id,
    class: summary.title,
    started: summary.startedAt === null ? undefined : new Date(summary.startedAt).toISOString(),
  };
  const rows = [...recordRows(summary), ...summary.prompts.flatMap(promptRows), ...questionRows(summary)];
  return [[...columns], ...rows.map((row) => columns.map((column) => ({ ...session, ...row })[column]))];
}

function recordRows({ record }: Summary): Row[] {
  return record.map(({ id, part, title, kind, planned, spent, answered }) => ({
    section: "record",
    part,
    slide: id,
    title,
    kind,
    state: spent > 0 ? "delivered" : "skipped",
    planned_minutes: planned,
    spent_minutes: Math.round(spent * 10) / 10,
    share_answered: answered === null ? undefined : Math.round(answered * 100) / 100,
  }));
}

function promptRows(prompt: PromptSummary): Row[] {
  const { results, earlier, round, responses } = prompt;
  // What a measure is compared with stands at its own slide; a first round has no other place.
  const first = round === 2 ? roundRows(prompt, 1, earlier, earlier?.responses) : [];
  return [...first, ...roundRows(prompt, round, results, responses)];
}

function roundRows(
  prompt: PromptSummary,
  round: number,
  results: Tally | null,
  responses: number | undefined,
): Row[] {
  const { slide } = prompt;
  const of: Row = { part: slide.part, slide: slide.id, title: slide.title, kind: slide.kind, round };
  const head = { ...of, section: "prompt", state: stateOf(prompt, results), responses };
  if (!results) return [head];
  const found = findingsOf(slide, results).map(({ right, ...finding }) => ({
    ...of,
    ...finding,
    responses: results.responses,
    right: right === undefined ? undefined : right ? "yes" : "no",
  }));
  return [{ ...head, responses: results.responses }, ...found];
}

function stateOf({ opened, responses, textDeleted }: PromptSummary, results: Tally | null): string {
  if (results) return "released";
  if (!opened) return "not asked";
  if (responses === 0) return "no answers";
  return textDeleted ? "text deleted" : "withheld";
}

function questionRows({ questions }: Summary): Row[] {
  return questions
    .filter(({ mark, held }) => mark !== "hidden" && !(held && mark === "none"))
    .map(({ text, answer, answered, votes, language }) => ({
      section: "question",
      state: answered ? "answered" : "not answered",
      item: text,
      answer,
      count: votes,
      language,
    }));
}
