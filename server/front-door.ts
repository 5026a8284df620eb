import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import { setTimeout as wait } from "node:timers/promises";
import { codeOf, StartupError } from "@/db/startup-error";
import { stampAddress } from "@/server/auth/address";
import type { Config } from "@/server/env";
import { setHeaders } from "@/server/headers";
import type { Metrics } from "@/server/metrics";
import { mayReadMetrics } from "@/server/metrics-door";
import type { Pages } from "@/server/pages";

/** A database that answers later than this is not there. */
const readyMs = 3000;
/** Whoever sends a request drop by drop is hung up on; a slow phone's whole page comes well within. */
const patience = { headersTimeout: 10_000, requestTimeout: 30_000, connectionsCheckingInterval: 5000 };
/** Where Socket.IO listens, by its own default. */
const socketsAt = "/socket.io/";

/** The one port: health for operators, and everything else for the pages once they are there. */
export type FrontDoor = {
  server: Server;
  port: number;
  /** From now on the pages answer, and `ready` tells operators whether they can. */
  open: (pages: Pages, ready: () => Promise<boolean>, metrics?: Metrics) => void;
  /** No new visitors. */
  stopAccepting: () => void;
  /** Waits a moment for answers under way, then ends every connection. */
  hangUp: () => Promise<void>;
};

/** Binds before anything slow happens: a port that is taken is known at once, and nobody can take it meanwhile. */
export async function openFrontDoor(config: Config): Promise<FrontDoor> {
  let inside: { pages: Pages; ready: () => Promise<boolean>; metrics?: Metrics } | undefined;
  let closing = false;

  const dress = (request: IncomingMessage, response: ServerResponse) =>
    setHeaders(request, response, {
      secure: config.url?.protocol === "https:",
      dev: inside?.pages.upgradesAt !== undefined,
    });
  const server = createServer(patience, (request, response) => {
    if (!inside) dress(request, response);
    const path = request.url?.split("?")[0];
    if (path === "/healthz") return answer(response, 200, "alive");
    if (path === "/readyz") return void answerReady(response, closing ? undefined : inside?.ready);
    if (path === "/metrics") {
      const readable = mayReadMetrics(request, config.metricsToken) ? inside?.metrics : undefined;
      return void answerMetrics(response, readable);
    }
    if (!inside) return answerSoon(response);
    const unfit = unfitFor(request);
    if (unfit) return answer(response, unfit, "not here");
    // We have no actions of Next.js; asked for one, it would look for it, and write down that there is none.
    delete request.headers["next-action"];
    stampAddress(request, config.trustProxy);
    inside.pages.handle(request, response);
  });
  // Node forgets a socket once it is upgraded, but waits for it when closing.
  const upgraded = new Set<Duplex>();
  server.on("upgrade", (request, socket) => {
    // Left waiting, a phone that comes back while we start would be away much longer than we are;
    // and what nobody takes would wait for ever.
    const takers = inside ? [socketsAt, inside.pages.upgradesAt] : [];
    if (!takers.some((path) => path && request.url?.startsWith(path))) return void socket.destroy();
    upgraded.add(socket);
    socket.once("close", () => upgraded.delete(socket));
  });
  await listen(server, config);
  const closed = new Promise<void>((resolve) => server.once("close", resolve));
  const address = server.address();

  return {
    server,
    port: address && typeof address === "object" ? address.port : config.port,
    open: (pages, ready, metrics) => {
      inside = { pages, ready, metrics };
      // Before Socket.IO, which takes its own requests away from us: they are answered with the same lines.
      server.prependListener("request", dress);
    },
    stopAccepting: () => {
      closing = true;
      server.close();
      server.closeIdleConnections();
    },
    hangUp: async () => {
      const impatient = setTimeout(() => server.closeAllConnections(), 2000);
      server.closeIdleConnections();
      for (const socket of upgraded) socket.destroy();
      await closed;
      clearTimeout(impatient);
    },
  };
}

/** What no page of ours and no client of ours ever sends, and Next.js would stumble over: the status that says so. */
function unfitFor({ url, method = "", headers }: IncomingMessage): number | undefined {
  if (!url?.startsWith("/") || !URL.canParse(url, "http://here.invalid") || !isWritten(url)) return 400;
  if (/^\/_next\/(data|image)\b/.test(url)) return 404;
  if (!["GET", "HEAD", "POST"].includes(method)) return 405;
  if (headers["content-type"]?.toLowerCase().startsWith("multipart/")) return 415;
  const tree = headers["next-router-state-tree"];
  if (tree !== undefined && !isTree(String(tree))) return 400;
  return undefined;
}

/** Where a page of ours says that it is, when it asks for another; Next.js fails at what is no such thing. */
function isTree(text: string): boolean {
  try {
    const tree: unknown = JSON.parse(decodeURIComponent(text));
    return Array.isArray(tree) && tree.length > 1 && typeof tree[1] === "object" && tree[1] !== null;
  } catch {
    return false;
  }
}

/** Whether what is written with percent signs can be read. */
function isWritten(url: string): boolean {
  try {
    decodeURIComponent(url);
    return true;
  } catch {
    return false;
  }
}

function answer(response: ServerResponse<IncomingMessage>, status: number, text: string) {
  response
    .writeHead(status, {
      "Content-Type": "text/plain; charset=utf-8",
      "Cache-Control": "no-store",
      ...(status === 503 ? { "Retry-After": "1" } : {}),
    })
    .end(`${text}\n`);
}

/** Who reloads while we start comes in by itself; the pages and their messages are not there to say so yet. */
function answerSoon(response: ServerResponse) {
  response
    .writeHead(503, {
      "Content-Type": "text/html; charset=utf-8",
      "Cache-Control": "no-store",
      "Retry-After": "1",
    })
    .end(
      `<!doctype html><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta http-equiv="refresh" content="1"><title>Attune</title>
<body style="font:1.25rem/1.5 system-ui;display:grid;place-content:center;min-height:90vh;text-align:center">
<p lang="en">One moment</p><p lang="es">Un momento</p></body>\n`,
    );
}

async function answerReady(response: ServerResponse, ready?: () => Promise<boolean>) {
  const late = wait(readyMs, false, { ref: false });
  if (ready && (await Promise.race([ready(), late]))) answer(response, 200, "ready");
  else answer(response, 503, "not ready");
}

/** Who may not read the figures does not learn that there are any. */
async function answerMetrics(response: ServerResponse, metrics: Metrics | undefined) {
  if (!metrics) return answer(response, 404, "not found");
  const text = await metrics.text();
  response.writeHead(200, { "Content-Type": metrics.contentType, "Cache-Control": "no-store" }).end(text);
}

function listen(server: Server, { port, host }: Config): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", (error) => {
      const sentences: Record<string, string | undefined> = {
        EADDRINUSE: `Port ${port} is taken by another program, perhaps by another Attune: stop that one, or choose another port, for example PORT=${port + 1}.`,
        EACCES: `Port ${port} may not be used by this user: choose one above 1023, for example PORT=3000.`,
        EADDRNOTAVAIL: `HOST is set to ${host}, which is not an address of this machine.`,
        ENOTFOUND: `HOST is set to ${host}, which is not an address of this machine.`,
      };
      const sentence = sentences[codeOf(error)];
      reject(sentence ? new StartupError(sentence) : error);
    });
    server.listen({ port, host }, resolve);
  });
}
