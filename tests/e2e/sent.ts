import type { Page } from "playwright/test";

/** Everything that a page sends: addresses, headers and bodies of its requests, and what goes out over its sockets. */
export type Sent = { all: () => Promise<string[]> };

/** Call it before the page goes anywhere. */
export function recordSent(page: Page): Sent {
  const requests: Promise<string>[] = [];
  const frames: string[] = [];
  page.on("request", (request) => {
    const body = request.postDataBuffer()?.toString("latin1") ?? "";
    requests.push(
      request
        .allHeaders()
        // A request that its page did not outlive has at least these.
        .catch(() => request.headers())
        .then((headers) => `${request.method()} ${request.url()}\n${JSON.stringify(headers)}\n${body}`),
    );
  });
  page.on("websocket", (socket) => {
    frames.push(socket.url());
    socket.on("framesent", ({ payload }) =>
      frames.push(typeof payload === "string" ? payload : payload.toString("latin1")),
    );
  });
  return { all: async () => [...(await Promise.all(requests)), ...frames] };
}

/** Every piece of `text` of this length, as it stands and as the usual wrappings would carry it. */
export function piecesOf(text: string, length: number): string[] {
  const plain = Array.from({ length: text.length - length + 1 }, (_, from) =>
    text.slice(from, from + length),
  );
  const wrapped = plain.flatMap((piece) => [
    piece,
    encodeURIComponent(piece),
    piece.replaceAll(" ", "+"),
    Buffer.from(piece).toString("hex"),
    ...inBase64(piece),
  ]);
  return [...new Set(wrapped)];
}

/** Wherever the piece begins in what was encoded: only the letters that hold nothing but of it. */
function inBase64(piece: string): string[] {
  return [0, 1, 2].map((shift) => {
    const encoded = Buffer.from(`${"\0".repeat(shift)}${piece}`)
      .toString("base64")
      .replaceAll("=", "");
    const from = Math.ceil((shift * 8) / 6);
    const to = Math.floor(((shift + piece.length) * 8) / 6);
    return encoded.slice(from, to);
  });
}
