/** A random UUID v4. `crypto.randomUUID` is absent over plain http, as in a local network. */
export function makeUuid(bytes: Uint8Array = crypto.getRandomValues(new Uint8Array(16))): string {
  const hex = [...bytes.slice(0, 16)].map((byte, index) => {
    if (index === 6) return (byte & 0x0f) | 0x40;
    if (index === 8) return (byte & 0x3f) | 0x80;
    return byte;
  });
  const text = hex.map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return [text.slice(0, 8), text.slice(8, 12), text.slice(12, 16), text.slice(16, 20), text.slice(20)].join(
    "-",
  );
}
