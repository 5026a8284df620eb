import type { Page } from "playwright/test";

/** Everything that a page has been told over its sockets. */
export type Wire = { heard: () => string; results: () => number };

export function listen(page: Page): Wire {
  const frames: string[] = [];
  page.on("websocket", (socket) => {
    socket.on("framereceived", ({ payload }) => frames.push(String(payload)));
  });
  return {
    heard: () => frames.join("\n"),
    /** How often it was told any results. */
    results: () => frames.filter((frame) => frame.includes('"results":{')).length,
  };
}
