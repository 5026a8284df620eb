/** Which session a code led this phone into: when it is over, only the phone can find its answers. */
const key = (code: string) => `attune:code:${code}`;

export function rememberJoined(code: string, sessionId: string): void {
  try {
    localStorage.setItem(key(code), sessionId);
  } catch {
    // Without storage there are no answers to find again either.
  }
}

export function joinedBy(code: string): string | null {
  try {
    return localStorage.getItem(key(code));
  } catch {
    return null;
  }
}
