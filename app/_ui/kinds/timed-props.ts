import type { Phase, PhoneView } from "@/protocol/views";

/** How what runs in time stands, and what this device knows of the server's clock. */
export type Running = {
  phase: Phase;
  /** Null while it is open and its clock was stopped. */
  timer: PhoneView["timer"];
  at: number;
  skew: number;
};

/** A view's running, before anything has opened: for places that show a slide and nothing of its session. */
export const notRunning: Running = { phase: "ready", timer: null, at: 0, skew: 0 };

/** A view that holds a prompt and a timer, with the clock beside it. */
export function runningOf(
  view: { prompt: { phase: Phase } | null; timer: PhoneView["timer"]; at: number },
  skew: number,
): Running {
  return { phase: view.prompt?.phase ?? "ready", timer: view.timer, at: view.at, skew };
}
