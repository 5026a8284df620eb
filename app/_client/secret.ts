import { fetched } from "@/app/_client/fetched";

/**
 * The phone's secret (design 6): made for one session, it stays on this phone and
 * is never sent; what is sent is derived from it (tokens.ts).
 */

/** 256 random bits, hex. */
export function makeSecret(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** What derives tokens: its code comes with the connection, after the page. */
export const loadTokens = () => fetched(() => import("@/app/_client/tokens"));
