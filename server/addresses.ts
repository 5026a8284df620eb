import { networkInterfaces } from "node:os";
import type { Config } from "@/server/env";

/** Where a browser on this machine reaches us. */
export function localAddress(config: Config, port: number): string {
  const everywhere = !config.host || config.host === "0.0.0.0" || config.host === "::";
  return `http://${everywhere ? "localhost" : bracketed(config.host ?? "")}:${port}`;
}

/** Where phones reach us; undefined when they cannot. */
export function phoneAddress(config: Config, port: number): string | undefined {
  if (config.url) return config.url.origin;
  const host = config.host;
  if (host && host !== "0.0.0.0" && host !== "::")
    return /^(127\.|localhost$|::1$)/.test(host) ? undefined : `http://${bracketed(host)}:${port}`;
  const address = networkAddress();
  return address && `http://${address}:${port}`;
}

function bracketed(host: string): string {
  return host.includes(":") ? `[${host}]` : host;
}

/** The address that phones in the same Wi-Fi most likely reach; bridges of containers and tunnels come last. */
export function networkAddress(interfaces = networkInterfaces()): string | undefined {
  const found = Object.entries(interfaces).flatMap(([name, addresses]) =>
    (addresses ?? [])
      .filter(
        ({ family, internal, address }) => family === "IPv4" && !internal && !address.startsWith("169.254."),
      )
      .map(({ address }) => ({ address, rank: rankOf(name, address) })),
  );
  return found.sort((a, b) => a.rank - b.rank)[0]?.address;
}

function rankOf(name: string, address: string): number {
  if (/^(docker|br-|veth|virbr|vmnet|vboxnet|utun|tun|tap|wg|tailscale|zt)/.test(name)) return 3;
  if (/^192\.168\./.test(address)) return 0;
  return /^(10\.|172\.(1[6-9]|2\d|3[01])\.)/.test(address) ? 1 : 2;
}
