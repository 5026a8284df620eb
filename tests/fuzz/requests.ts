import { connect } from "node:net";
import { commands } from "@/protocol/commands";
import type { Random } from "@/tests/fuzz/random";
import { broken, oddValue } from "@/tests/fuzz/values";

/** What a stranger may have picked up: addresses, and pieces of what opens doors. */
export type Loot = { code: string; session: string; ticket: string; cookie: string; screenKey: string };

/** One request as its bytes; what is no HTTP has no end that the server could see, so its sender ends it. */
export type Request = { bytes: Buffer; isHttp: boolean };

const names = Object.keys(commands);
const methods = ["GET", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "HEAD", "TRACE", "PROPFIND"];

/** Cut short, with a letter changed, or signed for something else. */
function damaged(secret: string, random: Random): string {
  const at = random.below(secret.length);
  return random.pick([
    secret.slice(0, at),
    `${secret.slice(0, at)}${secret[at] === "A" ? "B" : "A"}${secret.slice(at + 1)}`,
    `${secret}x`,
    secret.split(".").reverse().join("."),
    secret.replace("v1", "v2"),
    oddValue(random)
      ?.toString()
      .slice(0, 300)
      .replace(/[^!-~]/g, "%") ?? "",
  ]);
}

/** Addresses whose answers are made of a page, which costs the server most. */
function pagePath(random: Random, { code, session, ticket, screenKey }: Loot): string {
  const token = random.pick([damaged(ticket, random), damaged(screenKey, random)]);
  return random.pick([
    "/",
    `/?code=${encodeURIComponent(String(oddValue(random)).slice(0, 200).toWellFormed())}`,
    `/j/${code}`,
    `/j/${random.pick(["00000000", "%D9%A1", "1", "..%2f..", "%ff", "{{7*7}}"])}`,
    `/screen/${session}?key=${encodeURIComponent(damaged(screenKey, random))}`,
    `/screen/${session}?key=${encodeURIComponent(ticket)}`,
    `/screen/${random.uuid()}`,
    `/sessions/${session}/${random.pick(["console", "summary", "export", "none"])}`,
    `/classes/${random.pick([random.uuid(), "x", "%00", session])}/${random.pick(["", "guide", "handout", "cards"])}`,
    `/s/${encodeURIComponent(token)}`,
    `/setup?token=${encodeURIComponent(token)}`,
    `/sign-in?next=${encodeURIComponent(random.pick(["//evil.example", "/\\evil", "javascript:1", "/classes"]))}`,
    random.pick(["/classes", "/sessions", "/team", "/sign-in", "/none", "/dev/screens/phone"]),
  ]);
}

const cheapPath = (random: Random, { code, session, ticket }: Loot): string =>
  random.pick([
    () => `/api/commands/${random.pick([...names, "__proto__", "constructor", "%2e%2e", "x".repeat(300)])}`,
    () =>
      `/api/auth/${random.pick(["csrf", "signout", "callback/credentials", "callback/setup", "session", "providers", "signin", "error", "x/y/z"])}`,
    () =>
      `/api/auth/csrf?back=${encodeURIComponent(random.pick(["//evil", "/sign-in?x", "/sign-in?\r\nset-cookie: a=b"]))}`,
    () => `/pictures/${random.pick(["x", "..%2f..%2fsecret", "%00", "a".repeat(64), "%ff"])}`,
    () => `/language`,
    () => `/j?code=${encodeURIComponent(String(oddValue(random)).slice(0, 2000).toWellFormed())}`,
    () => `/j/${random.pick([code, "x", "%00"])}/leave`,
    () =>
      random.pick([
        "/healthz",
        "/readyz",
        "/notes",
        "/icon.svg",
        "/favicon.ico",
        "/robots.txt",
        "/.env",
        "/metrics",
      ]),
    () =>
      `/_next/static/${random.pick(["chunks/none.js", "../../package.json", "%2e%2e/%2e%2e/data/secret", ""])}`,
    () =>
      `/_next/${random.pick(["image?url=http://127.0.0.1:1/&w=64&q=1", "data/x.json", "webpack-hmr", ""])}`,
    () =>
      `/socket.io/?EIO=${random.pick(["4", "3", "x", ""])}&transport=${random.pick(["polling", "websocket", "webtransport", "__proto__", ""])}${random.pick(["", `&sid=${ticket}`, `&sid=${session}`, "&sid=", "&j=0", "&b64=1"])}`,
    () =>
      random.pick([
        "//evil.example/",
        "/../../../etc/passwd",
        "/%c0%ae%c0%ae/",
        `/${"a/".repeat(4000)}`,
        "/%",
        "*",
        "http://evil.example/",
      ]),
  ])();

const bodies = (random: Random, { session }: Loot): string | Buffer =>
  random.pick<() => string | Buffer>([
    () => "",
    () => JSON.stringify(oddValue(random)),
    () =>
      JSON.stringify(
        broken({ id: random.uuid(), sessionId: session, rev: 1, email: "a@b.c", password: "x" }, random),
      ),
    () => "{",
    () => "[".repeat(5000),
    () => `csrfToken=${random.hex(64)}&email=a%40example.org&password=${random.hex(8)}&everywhere=1`,
    () => `setupToken=${random.hex(32)}&email=x&name=%00&password=y&callbackUrl=//evil`,
    () =>
      `language=${random.pick(["en", "es", "xx", "%0d%0aset-cookie:a=b"])}&back=${random.pick(["//evil", "/%5cevil", "/j/12345678"])}`,
    () => "x".repeat(random.pick([100, 17_000, 200_000])),
    () => Buffer.alloc(random.pick([10, 3000]), 0xff),
    () => '--b\r\ncontent-disposition: form-data; name="1_$ACTION_ID_x"\r\n\r\n[]\r\n--b--\r\n',
    () => '40{"as":"phone"}\u001e42["session:view",{}]',
  ])();

/** Most are well-formed HTTP that asks for what it should not; some are not even that. */
export function anyRequest(random: Random, loot: Loot, host: string): Request {
  const page = random.chance(0.12);
  if (!page && random.chance(0.08)) return { bytes: noHttp(random, host), isHttp: false };
  const path = page ? pagePath(random, loot) : cheapPath(random, loot);
  const method = random.chance(0.55) ? "GET" : random.chance(0.7) ? "POST" : random.pick(methods);
  const body = Buffer.from(method === "GET" || method === "HEAD" ? "" : bodies(random, loot));
  const lines: Record<string, string> = { host, connection: "close" };
  if (body.length > 0) lines["content-length"] = String(body.length);
  const sometimes: [string, () => string][] = [
    [
      "origin",
      () => random.pick([`http://${host}`, "null", "http://evil.example", `http://${host}.evil.example`]),
    ],
    [
      "content-type",
      () =>
        random.pick([
          "application/json",
          "application/x-www-form-urlencoded",
          "text/plain",
          "multipart/form-data; boundary=b",
          "x",
        ]),
    ],
    [
      "cookie",
      () =>
        random.pick([
          damaged(loot.cookie, random),
          `next-auth.session-token=${random.hex(400)}`,
          "=;;=",
          `a=${"x".repeat(6000)}`,
        ]),
    ],
    ["accept", () => random.pick(["application/json", "text/html", "*/*;q=0"])],
    ["accept-language", () => random.pick(["es", "xx-yy;q=9", ",".repeat(500), "en;q=0"])],
    ["accept-encoding", () => random.pick(["gzip", "br;q=x", "identity;q=0"])],
    ["range", () => random.pick(["bytes=0-0", "bytes=-1", "bytes=9-1"])],
    ["x-forwarded-for", () => random.pick(["1.2.3.4", "::::", "a".repeat(500)])],
    ["x-forwarded-host", () => "evil.example"],
    ["x-attune-address", () => "10.0.0.1"],
    ["x-attune-nonce", () => "stolen"],
    ["content-security-policy", () => "script-src 'nonce-stolen'"],
    ["next-action", () => random.hex(40)],
    ["rsc", () => "1"],
    ["next-router-state-tree", () => random.pick(["%5B%22%22%5D", "[", "x".repeat(1000)])],
    ["next-router-prefetch", () => "1"],
    ["x-middleware-subrequest", () => "middleware:middleware:middleware"],
    ["x-http-method-override", () => "DELETE"],
    ["if-none-match", () => "*"],
    ["expect", () => "100-continue"],
  ];
  for (const [name, value] of sometimes) if (random.chance(0.2)) lines[name] = value();
  const head = `${method} ${path} HTTP/1.1\r\n${Object.entries(lines)
    .map(([name, value]) => `${name}: ${value}`)
    .join("\r\n")}\r\n\r\n`;
  return { bytes: Buffer.concat([Buffer.from(head, "latin1"), body]), isHttp: true };
}

function noHttp(random: Random, host: string): Buffer {
  const text = random.pick([
    () => "\r\n\r\n",
    () => `GET / HTTP/9.9\r\nhost: ${host}\r\n\r\n`,
    () => "GET / HTTP/1.1\r\n\r\n",
    () => `GET / HTTP/1.1\r\nhost: ${host}\r\nhost: evil\r\n\r\n`,
    () =>
      `POST / HTTP/1.1\r\nhost: ${host}\r\ncontent-length: 5\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n`,
    () => `POST / HTTP/1.1\r\nhost: ${host}\r\ncontent-length: -1\r\n\r\n`,
    () =>
      `POST /language HTTP/1.1\r\nhost: ${host}\r\ntransfer-encoding: chunked\r\nconnection: close\r\n\r\nzz\r\n`,
    () => `GET / HTTP/1.1\r\nhost: ${host}\r\nx: ${"y".repeat(20_000)}\r\n\r\n`,
    () => `GET / HTTP/1.1\r\nhost: ${host}\r\nx\u0000: y\r\n\r\n`,
    () => `CONNECT evil.example:443 HTTP/1.1\r\nhost: evil.example\r\n\r\n`,
    () =>
      `GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nhost: ${host}\r\nconnection: upgrade\r\nupgrade: websocket\r\n\r\n`,
    () => `GET / HTTP/1.1\r\nhost: ${host}\r\nconnection: upgrade\r\nupgrade: h2c\r\n\r\n`,
    () => "\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00fc",
    () => random.hex(2000),
  ])();
  return Buffer.from(text, "latin1");
}

/** Sends it on a connection of its own; answers everything that came back before that ended. */
export function send(origin: string, { bytes, isHttp }: Request, patienceMs = 20_000): Promise<string> {
  const { hostname, port } = new URL(origin);
  return new Promise((resolve) => {
    const parts: Buffer[] = [];
    const socket = connect(Number(port), hostname);
    socket.setTimeout(patienceMs, () => socket.destroy());
    socket.on("data", (part) => parts.push(part));
    socket.on("error", () => undefined);
    socket.once("close", () => resolve(Buffer.concat(parts).toString("latin1")));
    if (isHttp) socket.write(bytes);
    else socket.end(bytes);
  });
}
