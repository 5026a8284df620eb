import { headers } from "next/headers";
import { addressHeader, type Origin } from "@/server/app";

/** What surrounds a request, from its header lines; the process has written the address. */
export function originOf(lines: Headers): Origin {
  return { address: lines.get(addressHeader) ?? "unknown" };
}

/** The same for a page. */
export async function requestOrigin(): Promise<Origin> {
  return originOf(await headers());
}
