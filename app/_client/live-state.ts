import { deviceNow } from "@/app/_client/device-clock";
import type { LiveState } from "@/app/_client/live";
import type { View } from "@/protocol/views";

/** What a page knows that has just been rendered. */
export const stateBefore = <V extends View>(initial: V): LiveState<V> => ({
  view: initial,
  link: "connecting",
  refusal: null,
  // As far as the page was fresh; the first answer of the server's clock says it exactly.
  skew: initial.at - deviceNow(),
  facilitatorHere: "facilitatorHere" in initial ? initial.facilitatorHere : true,
  phones: 0,
  screens: 0,
  counted: null,
  questions: null,
  questionsChanged: 0,
  pulse: null,
  signInEnded: false,
});

/** How a page stands to a server that it does not reach. */
export const awayLink = () => (navigator.onLine ? "unreachable" : "offline");
