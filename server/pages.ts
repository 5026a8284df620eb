import { EventEmitter } from "node:events";
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { openAssets } from "@/server/assets";
import { buildWhenNeeded } from "@/server/build";
import type { Config } from "@/server/env";
import { log } from "@/server/log";

/** Whatever answers the requests that are not for sockets or operators. */
export type Pages = {
  handle: (request: IncomingMessage, response: ServerResponse) => void;
  /** Where the pages take upgrades themselves; without it nowhere. */
  upgradesAt?: string;
  close: () => Promise<void>;
};

/** Two steps, so that a long build happens before the database is up. */
export type PagesSource = {
  prepare: (say: (sentence: string) => void, stop: AbortSignal) => Promise<void>;
  open: (parts: { server: Server; config: Config; port: number }) => Promise<Pages>;
};

const hotReloadAt = "/_next/";
const root = fileURLToPath(new URL("..", import.meta.url));

/** The real pages, by Next.js: built for production, or with hot reload. */
export function nextPages({ dev }: { dev: boolean }): PagesSource {
  Object.assign(process.env, { NODE_ENV: dev ? "development" : "production", NEXT_TELEMETRY_DISABLED: "1" });
  return {
    prepare: async (say, stop) => {
      if (!dev) await buildWhenNeeded(root, say, stop);
    },
    open: async ({ server, config, port }) => {
      const { default: next } = await import("next");
      // Next would listen for upgrades on our server and end those that are not its own: it gets a
      // stand-in, through which it hears of its hot reload only.
      const upgrades = new EventEmitter() as Server;
      const app = next({
        dev,
        dir: root,
        hostname: config.host ?? "localhost",
        port,
        httpServer: upgrades,
        quiet: !dev,
      });
      await app.prepare();
      const handle = app.getRequestHandler();
      if (dev)
        server.on("upgrade", (request, socket, head) => {
          if (!request.url?.startsWith(hotReloadAt)) return;
          // Next listens from its first request on; a page that was open before knocks again.
          if (!upgrades.emit("upgrade", request, socket, head)) socket.destroy();
        });
      const assets = dev ? undefined : await openAssets(join(root, ".next", "static"), "/_next/static/");
      return {
        ...(dev && { upgradesAt: hotReloadAt }),
        handle: (request, response) => {
          if (assets?.(request, response)) return;
          handle(request, response).catch((error: unknown) => {
            log.error("page failed", {}, error);
            if (!response.headersSent) response.writeHead(500);
            response.end();
          });
        },
        close: () => app.close(),
      };
    },
  };
}
