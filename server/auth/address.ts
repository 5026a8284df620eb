import type { IncomingMessage } from "node:http";
import { isIPv6 } from "node:net";
import { addressHeader } from "@/server/app";

/**
 * The client's address as throttles count it. A proxy appends the address that it
 * saw to X-Forwarded-For: with a trusted one in front the last entry is its word,
 * and everything before it is the client's own.
 */
export function addressOf(request: Pick<IncomingMessage, "headers" | "socket">, trustProxy = false): string {
  const forwarded = [request.headers["x-forwarded-for"] ?? []].flat().join(",");
  const told = trustProxy ? forwarded.split(",").at(-1)?.trim() : undefined;
  return network(told || request.socket.remoteAddress || "unknown");
}

/** Tells Next the address in a header of our own, whatever the client wrote there. */
export function stampAddress(request: Pick<IncomingMessage, "headers" | "socket">, trustProxy = false): void {
  request.headers[addressHeader] = addressOf(request, trustProxy);
}

/** One household's IPv6 network is one address; an IPv4 address is itself, however it is written. */
function network(address: string): string {
  const bare = address.replace(/^::ffff:(?=\d+\.)/i, "").replace(/%.*$/, "");
  if (!isIPv6(bare)) return bare;
  const [head = "", tail] = bare.toLowerCase().split("::");
  const left = head === "" ? [] : head.split(":");
  const right = tail ? tail.split(":") : [];
  const gap = tail === undefined ? 0 : 8 - left.length - right.length;
  const groups = [...left, ...Array<string>(Math.max(0, gap)).fill("0"), ...right];
  return `${groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(":")}::/64`;
}
