import { Board } from "@/app/_ui/kinds/open/console-board";
import type { Cockpit } from "./cockpit";
import { deskOf } from "./desk-of";

/** The cards of the current slide on the board, in place of the picture of the room. */
export function CardBoard(props: Cockpit) {
  const { slide, prompt } = props.control.state.view;
  if (slide?.kind !== "open" || prompt?.results?.kind !== "open") return null;
  return <Board key={slide.id} slide={slide} results={prompt.results} desk={deskOf(slide.id, props)} />;
}
