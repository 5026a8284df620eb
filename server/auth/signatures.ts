import { createHmac, timingSafeEqual } from "node:crypto";

/** What a signed token is for; one made for one purpose is worth nothing for another. */
export type Purpose = "join" | "screen" | "share";

/** A secret of the server; text or bytes. */
type Key = string | Buffer;

const version = "v1";

/** `v1.<payload>.<signature>`, safe in a path, a query and a JSON string. The payload is readable by anyone. */
export function sign(key: Key, purpose: Purpose, payload: string): string {
  const body = Buffer.from(payload).toString("base64url");
  return `${version}.${body}.${signature(key, purpose, body).toString("base64url")}`;
}

/** The payload when this server signed it for this purpose, else undefined. */
export function verify(key: Key, purpose: Purpose, token: string): string | undefined {
  const [made, body, given, ...more] = token.split(".");
  if (made !== version || body === undefined || given === undefined || more.length > 0) return undefined;
  const expected = signature(key, purpose, body).toString("base64url");
  // Compared as text: several base64url strings decode to the same bytes, and one token should have one form.
  if (given.length !== expected.length) return undefined;
  if (!timingSafeEqual(Buffer.from(given), Buffer.from(expected))) return undefined;
  return Buffer.from(body, "base64url").toString();
}

/** Neither version, purpose nor body can contain the dot between them, so no two inputs run together. */
function signature(key: Key, purpose: Purpose, body: string): Buffer {
  return createHmac("sha256", key).update(`${version}.${purpose}.${body}`).digest();
}
