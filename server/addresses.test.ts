import type { NetworkInterfaceInfo } from "node:os";
import { expect, test } from "vitest";
import { localAddress, networkAddress, phoneAddress } from "@/server/addresses";
import { parseConfig } from "@/server/env";

const at = (address: string, internal = false) => [
  { address, internal, family: "IPv4", netmask: "", mac: "", cidr: null } as NetworkInterfaceInfo,
];

test("phones get the address of the Wi-Fi, not that of a container bridge or a tunnel", () => {
  expect(
    networkAddress({
      lo: at("127.0.0.1", true),
      docker0: at("172.17.0.1"),
      tun0: at("10.8.0.2"),
      wlan0: at("192.168.1.20"),
    }),
  ).toBe("192.168.1.20");
  expect(networkAddress({ lo: at("127.0.0.1", true), eth0: at("169.254.3.4") })).toBeUndefined();
});

test("a public address goes before everything", () => {
  const config = parseConfig({ ATTUNE_URL: "https://class.example.org" });
  expect(phoneAddress(config, 3000)).toBe("https://class.example.org");
});

test("a host of one's own is taken by its word", () => {
  expect(phoneAddress(parseConfig({ HOST: "127.0.0.1" }), 3000)).toBeUndefined();
  expect(phoneAddress(parseConfig({ HOST: "192.168.1.9" }), 3000)).toBe("http://192.168.1.9:3000");
  expect(localAddress(parseConfig({ HOST: "fd00::9" }), 3000)).toBe("http://[fd00::9]:3000");
  expect(localAddress(parseConfig({}), 3000)).toBe("http://localhost:3000");
});
