import type { SessionPromise } from "@/protocol/views";

/** The sentence that holds for this session: made from what was set, never written beside it. */
export function promiseSentence(promise: SessionPromise): {
  key: "promiseLive" | "promiseClosing";
  values: { days: number };
} {
  return {
    key: promise.release === "live" ? "promiseLive" : "promiseClosing",
    values: { days: promise.textDays },
  };
}
