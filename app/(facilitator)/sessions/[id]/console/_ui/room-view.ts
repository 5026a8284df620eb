import { roomSlide, roomTally } from "@/app/_ui/kinds/console";
import type { ConsoleView, ScreenView } from "@/protocol/views";

/** What the console shows as the room's picture. */
export type RoomPicture = Pick<ScreenView, "slide" | "prompt">;

/** The room's part of a console's view, by the server's own rule: nothing of it is the facilitator's alone. */
export function roomPicture({ status, slide, step, prompt }: ConsoleView): RoomPicture {
  if (status !== "live" || !slide) return { slide: null, prompt: null };
  if (!prompt) return { slide: roomSlide(slide, step, false), prompt: null };
  const { phase, shown, results } = prompt;
  return {
    slide: roomSlide(slide, step, shown && phase === "closed"),
    prompt: {
      phase,
      results: shown && results ? roomTally(results) : null,
      heldBack: shown && results === null,
    },
  };
}
