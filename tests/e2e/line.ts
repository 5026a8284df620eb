import type { BrowserContext, WebSocketRoute } from "playwright/test";

/** What connects a device with the server, in the test's hand. */
export type Line = {
  /** No network: the device knows it, and nothing gets through. */
  cut: () => Promise<void>;
  mend: () => Promise<void>;
  /** The socket breaks, and may be made anew at once. */
  sever: () => Promise<void>;
  /** The next message of the device that names this is lost on its way, and nobody is told. */
  lose: (name: string) => void;
};

/** Call it before the first page: only sockets that open later are in its hand. */
export async function lineOf(device: BrowserContext): Promise<Line> {
  const ends = new Set<WebSocketRoute>();
  let down = false;
  let losing: string | undefined;
  await device.routeWebSocket(/\/socket\.io\//, (page) => {
    if (down) return void page.close();
    const server = page.connectToServer();
    ends.add(page).add(server);
    page.onMessage((message) => {
      if (losing === undefined || !message.includes(losing)) return server.send(message);
      losing = undefined;
    });
  });
  const sever = async () => {
    const open = [...ends];
    ends.clear();
    await Promise.all(open.map((end) => end.close()));
  };
  return {
    sever,
    lose: (name) => {
      losing = name;
    },
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
