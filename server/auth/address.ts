import type { IncomingMessage } from "node:http";
import { isIPv6 } from "node:net";
import { addressHeader } from "@/server/app";

/**
 * The client's address as throttles count it. `proxies` says how many trusted
 * proxies stand in front: each appends the address that it saw to
 * X-Forwarded-For, so only that many entries from the right are not the client's word.
 */
export function addressOf(request: Pick<IncomingMessage, "headers" | "socket">, proxies = 0): string {
  const forwarded = [request.headers["x-forwarded-for"] ?? []].flat().join(",");
  const chain = forwarded
    .split(",")
    .map((entry) => entry.trim())
    .filter((entry) => entry !== "");
  const told = proxies > 0 ? (chain.at(-proxies) ?? chain[0]) : undefined;
  return network(told ?? request.socket.remoteAddress ?? "unknown");
}

/** Tells Next the address in a header of our own, whatever the client wrote there. */
export function stampAddress(request: Pick<IncomingMessage, "headers" | "socket">, proxies = 0): void {
  request.headers[addressHeader] = addressOf(request, proxies);
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
