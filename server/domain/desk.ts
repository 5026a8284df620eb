import type { Deck } from "@/protocol/classes";
import { AppError } from "@/protocol/errors";
import type { CardMark, Theme } from "@/protocol/kinds/open";
import { limits } from "@/protocol/limits";
import type { Position, SessionState } from "@/protocol/sessions";
import { own } from "@/server/domain/own";

/** What a facilitator does with the texts of a prompt, wherever the room is. */
export type DeskStep =
  | { do: "mark"; key: string; mark: CardMark }
  | { do: "add-theme"; slideId: string; themeId: string; name: string }
  | { do: "rename-theme"; slideId: string; themeId: string; name: string }
  | { do: "remove-theme"; slideId: string; themeId: string }
  | { do: "group"; slideId: string; cardId: string; themeId: string | null };

/** The position after it; refuses with `impossible` what names no theme of the slide. */
export function tidyDesk(at: Position, deck: Deck, step: DeskStep): Position {
  switch (step.do) {
    case "mark":
      return { ...at, marks: withEntry(at.marks, step.key, step.mark === "none" ? null : step.mark) };
    case "add-theme":
      return withThemes(at, step.slideId, added(at, deck, step));
    case "rename-theme":
      known(at, step);
      return withThemes(
        at,
        step.slideId,
        themesOf(at, step.slideId).map((theme) =>
          theme.id === step.themeId ? { ...theme, name: step.name } : theme,
        ),
      );
    case "remove-theme": {
      known(at, step);
      const others = themesOf(at, step.slideId).filter(({ id }) => id !== step.themeId);
      const groups = Object.entries(at.groups).filter(([, themeId]) => themeId !== step.themeId);
      return { ...withThemes(at, step.slideId, others), groups: Object.fromEntries(groups) };
    }
    case "group": {
      const { themeId } = step;
      if (themeId !== null) known(at, { slideId: step.slideId, themeId });
      return { ...at, groups: withEntry(at.groups, step.cardId, themeId) };
    }
  }
}

/** The themes of an `open` slide, in the order in which they were made. */
export function themesOf(at: Position, slideId: string): Theme[] {
  return own(at.themes, slideId) ?? [];
}

type Gone = {
  cardId: string;
  slideId: string;
  /** For a response of words: the names of those that are still there. A mark's name holds the word. */
  words: ReadonlySet<string> | null;
};

/** The state after a parent has taken a text back: nothing of it stays, also not where undo could lead (R65). */
export function withoutCard(state: SessionState, { cardId, slideId, words }: Gone): SessionState {
  const stays = (key: string) =>
    key !== cardId && !(words && key.startsWith(`${slideId} `) && !words.has(key));
  const clean = <P extends Position>(at: P): P => ({
    ...at,
    marks: Object.fromEntries(Object.entries(at.marks).filter(([key]) => stays(key))),
    groups: Object.fromEntries(Object.entries(at.groups).filter(([id]) => id !== cardId)),
  });
  const undo = state.undo.map((entry) => ({ ...entry, before: clean(entry.before) }));
  return { ...clean(state), undo };
}

function added(at: Position, deck: Deck, { slideId, themeId, name }: Extract<DeskStep, { do: "add-theme" }>) {
  const slide = deck.slides.find(({ id }) => id === slideId);
  if (slide?.kind !== "open") throw new AppError("impossible", "only open prompts have themes");
  const taken = Object.values(at.themes).some((themes) => themes.some(({ id }) => id === themeId));
  if (taken) throw new AppError("impossible", "this theme exists");
  const themes = themesOf(at, slideId);
  if (themes.length >= limits.themes) throw new AppError("impossible", "there are enough themes");
  return [...themes, { id: themeId, name }];
}

function known(at: Position, { slideId, themeId }: { slideId: string; themeId: string }): void {
  if (!themesOf(at, slideId).some(({ id }) => id === themeId))
    throw new AppError("impossible", "no such theme");
}

function withThemes(at: Position, slideId: string, themes: Theme[]): Position {
  return { ...at, themes: { ...at.themes, [slideId]: themes } };
}

function withEntry<V>(record: Record<string, V>, key: string, value: V | null): Record<string, V> {
  const { [key]: _, ...others } = record;
  return value === null ? others : { ...others, [key]: value };
}
