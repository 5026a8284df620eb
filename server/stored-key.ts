import { createHash, hash } from "node:crypto";

// Node before 20.12 has no hash in one call, which takes half as long.
const sha256 = (hash as typeof hash | undefined)
  ? (bytes: Buffer) => hash("sha256", bytes, "hex")
  : (bytes: Buffer) => createHash("sha256").update(bytes).digest("hex");

/** Under which key what a phone sends is stored: SHA-256 of its token for this one purpose (design 6), both hex. */
export const storedKey = (token: string): string => sha256(Buffer.from(token, "hex"));
