import { renderUnicodeCompact } from "uqr";
import { localAddress, phoneAddress } from "@/server/addresses";
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
      `  ${new URL(firstRunLink, config.url ?? here)}`,
    );
  lines.push("", "  Stop with Ctrl-C.", "");
  return lines.join("\n");
}

/** Light on dark for sure where the terminal takes colours; without, as most terminals are. */
function code(text: string): string[] {
  const coloured = process.stdout.isTTY && !process.env.NO_COLOR;
  const [before, after] = coloured ? ["\u001b[97;40m", "\u001b[0m"] : ["", ""];
  return renderUnicodeCompact(text, { border: 2 })
    .split("\n")
    .map((line) => `  ${before}${line}${after}`);
}
