import { networkInterfaces } from "node:os";
import { renderUnicodeCompact } from "uqr";
import type { Config } from "@/server/env";

/** What a person needs next, in plain words. */
export function banner(config: Config, port: number, firstRunLink: string | undefined): string {
  const here = localAddress(config, port);
  const phones = phoneAddress(config, port);
  const lines = ["", "  Attune is ready.", "", `  On this machine   ${here}`];
  if (phones) {
    lines.push(
      config.url ? `  For everyone      ${phones}` : `  For phones        ${phones}   (in the same network)`,
      "",
      ...code(phones),
    );
  } else
    lines.push("  For phones        not reachable: this machine is in no network, or HOST keeps them out");
  if (firstRunLink)
    lines.push(
      "",
      "  Welcome. Make your account with this link; it works once:",
      `  ${new URL(firstRunLink, here)}`,
    );
  lines.push("", "  Stop with Ctrl-C.", "");
  return lines.join("\n");
}

function localAddress(config: Config, port: number): string {
  const everywhere = !config.host || config.host === "0.0.0.0" || config.host === "::";
  return `http://${everywhere ? "localhost" : bracketed(config.host ?? "")}:${port}`;
}

function phoneAddress(config: Config, port: number): string | undefined {
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

/** Light on dark for sure where the terminal takes colours; without, as most terminals are. */
function code(text: string): string[] {
  const coloured = process.stdout.isTTY && !process.env.NO_COLOR;
  const [before, after] = coloured ? ["\u001b[97;40m", "\u001b[0m"] : ["", ""];
  return renderUnicodeCompact(text, { border: 2 })
    .split("\n")
    .map((line) => `  ${before}${line}${after}`);
}
