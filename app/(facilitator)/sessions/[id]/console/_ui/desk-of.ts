import type { Desk } from "@/app/_ui/kinds/console-props";
import type { SlideId } from "@/protocol/ids";
import type { Cockpit } from "./cockpit";

/** What is done with the texts of one slide, as presses of the console. */
export function deskOf(slideId: SlideId, { control, choices }: Cockpit): Desk {
  const { act } = control;
  return {
    mark: (cardId, mark) => act({ name: "card:mark", input: { slideId, cardId, mark } }),
    markWord: (word, mark) => act({ name: "word:mark", input: { slideId, word, mark } }),
    group: (cardId, themeId) => act({ name: "card:group", input: { slideId, cardId, themeId } }),
    addTheme: (themeId, name) => act({ name: "theme:add", input: { slideId, themeId, name } }),
    renameTheme: (themeId, name) => act({ name: "theme:rename", input: { slideId, themeId, name } }),
    removeTheme: (themeId) => act({ name: "theme:remove", input: { slideId, themeId } }),
    busy: control.busy,
    language: control.state.view.language,
    board: choices.board,
    onBoard: choices.onBoard,
  };
}
