import { randomBytes } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { nonceHeader } from "@/server/app";

/** How people reach us, and whether the pages have hot reload. */
type Site = { secure: boolean; dev: boolean };

const year = 365 * 24 * 60 * 60;

// What we use, for ourselves, and nothing else that a browser can be asked for.
const permissions = [
  ...["screen-wake-lock", "fullscreen", "clipboard-write"].map((name) => `${name}=(self)`),
  ...["accelerometer", "autoplay", "browsing-topics", "camera", "clipboard-read", "display-capture"],
  ...["encrypted-media", "gamepad", "geolocation", "gyroscope", "hid", "idle-detection", "local-fonts"],
  ...["magnetometer", "microphone", "midi", "payment", "picture-in-picture", "publickey-credentials-create"],
  ...["publickey-credentials-get", "serial", "usb", "xr-spatial-tracking"],
]
  .map((rule) => (rule.includes("=") ? rule : `${rule}=()`))
  .join(", ");

/** What is no page: opened on its own it can do nothing at all. An SVG may bring its looks. */
const inert = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox";
const notPages = ["/pictures/", "/icon.svg", "/api/", "/socket.io/", "/healthz", "/readyz", "/metrics"];
/** They say themselves for how long they may be kept. */
const kept = ["/pictures/", "/icon.svg"];

/**
 * The header lines of every answer, whoever gives it, before it is given. A page
 * gets a fresh nonce: Next reads it from the policy on the request, our own inline
 * scripts from a line of ours; what a client wrote into either is gone.
 */
export function setHeaders(request: IncomingMessage, response: ServerResponse, site: Site): void {
  const path = request.url?.split("?")[0] ?? "";
  const isUnder = (places: string[]) => places.some((place) => path.startsWith(place));
  const nonce = randomBytes(16).toString("base64url");
  const policy = pagePolicy(nonce, request.headers.host, site);
  request.headers[nonceHeader] = nonce;
  request.headers["content-security-policy"] = policy;

  response.setHeader("X-Content-Type-Options", "nosniff");
  response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
  // For this name alone: what else lives under it is not ours to bind.
  if (site.secure) response.setHeader("Strict-Transport-Security", `max-age=${2 * year}`);
  // A phone loads a dozen of these over a thin line, and none is ever a page.
  if (path.startsWith("/_next/static/")) return;

  const isPage = !isUnder(notPages);
  response.setHeader("Content-Security-Policy", isPage ? policy : inert);
  response.setHeader("X-Frame-Options", "DENY");
  response.setHeader("Referrer-Policy", "no-referrer");
  // Whatever says nothing of its own is nobody's to keep.
  if (!isUnder(kept)) response.setHeader("Cache-Control", "no-store");
  if (!isPage) return;
  response.setHeader("Permissions-Policy", permissions);
  // Browsers complain of it where a page came without TLS.
  if (site.secure) response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
}

/**
 * Scripts run by the nonce alone, and what they load with it ('strict-dynamic';
 * 'self' is for browsers that do not know it). Styles come from our files or carry
 * the nonce; only the style attribute of an element is free, since bars and words
 * have their sizes there. Browsers that do not tell the two apart take all styles.
 */
function pagePolicy(nonce: string, host: string | undefined, { secure, dev }: Site): string {
  const own = `'nonce-${nonce}'`;
  return [
    "default-src 'none'",
    `script-src ${own} 'strict-dynamic' 'self'${dev ? " 'unsafe-eval'" : ""}`,
    "style-src 'self' 'unsafe-inline'",
    // The development server writes styles of its own into pages.
    `style-src-elem 'self' ${dev ? "'unsafe-inline'" : own}`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    // Older Safari does not count a socket to the same host as 'self'.
    `connect-src 'self'${isHost(host) ? ` ${secure ? "wss" : "ws"}://${host}` : ""}`,
    "manifest-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}

/** Written into the policy, so it must be nothing but a name and a port. */
function isHost(host: string | undefined): host is string {
  return host !== undefined && /^([\w.-]+|\[[\da-f:]+\])(:\d+)?$/i.test(host);
}
