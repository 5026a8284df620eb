import { hmac } from "@noble/hashes/hmac.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, hexToBytes, utf8ToBytes } from "@noble/hashes/utils.js";

/**
 * What is derived from the phone's secret and sent in its place (design 6).
 * `crypto.subtle` is absent over plain HTTP in a local network, hence the library.
 */

/** HMAC-SHA-256(secret, sessionId ‖ purpose), hex. The ids have no NUL, so the joint is unambiguous. */
export function deriveToken(secret: string, sessionId: string, purpose: string): string {
  return bytesToHex(hmac(sha256, hexToBytes(secret), utf8ToBytes(`${sessionId}\0${purpose}`)));
}

/** The token of one prompt's response; a second round is a prompt of its own. */
export const promptToken = (secret: string, sessionId: string, promptId: string) =>
  deriveToken(secret, sessionId, `prompt\0${promptId}`);

/** The token of one question: its author's proof, and one vote of this phone for it. */
export const questionToken = (secret: string, sessionId: string, questionId: string) =>
  deriveToken(secret, sessionId, `question\0${questionId}`);

/** The token under which this phone's signal stands, until it fades. */
export const pulseToken = (secret: string, sessionId: string) => deriveToken(secret, sessionId, "pulse");

/** The token that counts this phone as present; it joins nothing else. */
export const attendanceToken = (secret: string, sessionId: string) =>
  deriveToken(secret, sessionId, "attendance");
