import { addressHeader, type Origin } from "@/server/app";

/** What surrounds a request, from its header lines; the process has written the address. */
export function originOf(lines: Pick<Headers, "get">): Origin {
  return { address: lines.get(addressHeader) ?? "unknown" };
}
