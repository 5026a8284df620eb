import type { BrowserContext, WebSocketRoute } from "playwright/test";

/** What connects a device with the server, in the test's hand. */
export type Line = {
  /** No network: the device knows it, and nothing gets through. */
  cut: () => Promise<void>;
  mend: () => Promise<void>;
  /** The socket breaks, and may be made anew at once. */
  sever: () => Promise<void>;
};

/** Call it before the first page: only sockets that open later are in its hand. */
export async function lineOf(device: BrowserContext): Promise<Line> {
  const ends = new Set<WebSocketRoute>();
  let down = false;
  await device.routeWebSocket(/\/socket\.io\//, (page) => {
    if (down) return void page.close();
    ends.add(page).add(page.connectToServer());
  });
  const sever = async () => {
    const open = [...ends];
    ends.clear();
    await Promise.all(open.map((end) => end.close()));
  };
  return {
    sever,
    cut: async () => {
      down = true;
      await device.setOffline(true);
      await sever();
    },
    mend: async () => {
      down = false;
      await device.setOffline(false);
    },
  };
}
