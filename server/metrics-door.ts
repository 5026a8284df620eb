import { createHash, timingSafeEqual } from "node:crypto";
import type { IncomingMessage } from "node:http";

type Asked = Pick<IncomingMessage, "headers"> & { socket: { remoteAddress?: string } };

const forwarding = ["forwarded", "x-forwarded-for", "x-forwarded-host", "x-real-ip", "via"];
const loopback = /^(127\.\d+\.\d+\.\d+|::1|::ffff:127\.\d+\.\d+\.\d+)$/;
const localName = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])(:\d+)?$/i;

/**
 * Who may read the figures: whoever has the token where there is one; else whoever asks from this
 * machine itself. A proxy here asks from this machine too, for anybody: what it passes on is refused.
 */
export function mayReadMetrics({ headers, socket }: Asked, token: string | undefined): boolean {
  if (token !== undefined) {
    const given = /^Bearer (.+)$/.exec(headers.authorization ?? "")?.[1];
    return given !== undefined && same(given, token);
  }
  return (
    loopback.test(socket.remoteAddress ?? "") &&
    localName.test(headers.host ?? "") &&
    forwarding.every((name) => headers[name] === undefined)
  );
}

function same(a: string, b: string): boolean {
  const [left, right] = [a, b].map((text) => createHash("sha256").update(text).digest());
  return left !== undefined && right !== undefined && timingSafeEqual(left, right);
}
