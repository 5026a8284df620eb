/** The text of a request's body, or undefined as soon as it is larger than `bytes`. */
export async function bodyText(request: Request, bytes: number): Promise<string | undefined> {
  if (Number(request.headers.get("content-length") ?? 0) > bytes) return undefined;
  if (!request.body) return "";
  const chunks: Uint8Array[] = [];
  let size = 0;
  // Counted while it arrives: a length that was announced, or was not, proves nothing.
  const reader = request.body.getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    size += part.value.byteLength;
    if (size > bytes) {
      await reader.cancel();
      return undefined;
    }
    chunks.push(part.value);
  }
  return Buffer.concat(chunks).toString();
}
