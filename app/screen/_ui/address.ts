/** An address as a person types it: no protocol, no closing slash. */
export function shortAddress(url: string): string {
  return url.replace(/^https?:\/\//, "").replace(/\/+$/, "");
}

/** Where the QR code leads. */
export function joinLink(joinUrl: string, code: string): string {
  return `${joinUrl.replace(/\/+$/, "")}/j/${code}`;
}

/** `12345678` as `1234 5678`. */
export function spacedCode(code: string): string {
  return `${code.slice(0, 4)} ${code.slice(4)}`;
}
