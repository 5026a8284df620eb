import type { IncomingMessage } from "node:http";
import { expect, test } from "vitest";
import { addressOf, stampAddress } from "@/server/auth/address";

function request(remoteAddress: string, headers: IncomingMessage["headers"] = {}) {
  return { headers, socket: { remoteAddress } as IncomingMessage["socket"] };
}

test("without a trusted proxy only the socket counts", () => {
  expect(addressOf(request("10.0.0.1", { "x-forwarded-for": "9.9.9.9" }))).toBe("10.0.0.1");
});

test("a trusted proxy's word counts, never the client's own before it", () => {
  const forged = request("10.0.0.1", { "x-forwarded-for": "6.6.6.6, 9.9.9.9" });
  expect(addressOf(forged, true)).toBe("9.9.9.9");
  expect(addressOf(request("10.0.0.1"), true)).toBe("10.0.0.1");
});

test("an address has one form, and an IPv6 network is one address", () => {
  expect(addressOf(request("::ffff:10.0.0.1"))).toBe("10.0.0.1");
  expect(addressOf(request("2001:db8:1:2:aaaa::1"))).toBe("2001:db8:1:2::/64");
  expect(addressOf(request("2001:0DB8:1:2:bbbb:cccc:dddd:eeee"))).toBe("2001:db8:1:2::/64");
  expect(addressOf(request("::1"))).toBe("0:0:0:0::/64");
  expect(addressOf(request("fe80::1%eth0"))).toBe("fe80:0:0:0::/64");
});

test("the header that Next reads is the process's, not the client's", () => {
  const forged = request("10.0.0.1", { "x-attune-address": "6.6.6.6" });
  stampAddress(forged);
  expect(forged.headers["x-attune-address"]).toBe("10.0.0.1");
});
