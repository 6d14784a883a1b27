/** Thrown inside an attempt when the decoded body grows beyond its cap. */
export const bodyTooLarge: Error = new Error("the body is too large");

/**
 * Reads a response's body as text, never more than 32 MiB of an answer or 64 KiB of a refusal, counted decoded. A byte
 * order mark is dropped.
 *
 * @throws bodyTooLarge when a success is larger; a refusal is cut off at its cap instead.
 */
export async function readBody({ body, headers, ok }: Response): Promise<string> {
  if (!body) return "";
  const cap = ok ? 2 ** 25 : 2 ** 16;
  const reader = body.getReader();
  const chunks: Uint8Array[] = [];
  // A body that says it is too long is not waited for.
  let bytes = ok && Number(headers.get("content-length")) > cap ? cap + 1 : 0;
  while (bytes <= cap) {
    const { done, value } = await reader.read();
    if (done) return decoded(chunks, bytes);
    bytes += value.byteLength;
    if (bytes <= cap) chunks.push(value);
  }
  reader.cancel().catch(() => undefined);
  if (ok) throw bodyTooLarge;
  return decoded(chunks, cap);
}

/** Decoded once as a whole, which is faster than piece by piece. */
function decoded(chunks: readonly Uint8Array[], length: number): string {
  const [first = new Uint8Array()] = chunks;
  if (chunks.length <= 1) return new TextDecoder().decode(first);
  const whole = new Uint8Array(length);
  let offset = 0;
  for (const chunk of chunks) {
    whole.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return new TextDecoder().decode(whole.subarray(0, offset));
}
