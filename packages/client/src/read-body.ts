/** Thrown inside an attempt when the decoded body grows beyond its cap. */
export const bodyTooLarge: Error = new Error("the body is too large");

/**
 * Reads a response's body as text, never more than 32 MiB of an answer or 64 KiB of a refusal, counted decoded. A byte
 * order mark is dropped.
 *
 * @throws bodyTooLarge when a success is larger; a refusal is cut off at its cap instead.
 */
export async function readBody(response: Response): Promise<string> {
  const { body, headers, ok, type } = response;
  const cap = ok ? 2 ** 25 : 2 ** 16;
  // Only the platform's own fetch holds a body to its Content-Length, and only here are all of its headers seen.
  const isPlain = type === "basic" && !headers.get("content-encoding");
  const length = Number(headers.get("content-length") ?? Number.NaN);
  if (!body || (isPlain && length <= cap)) return response.text();

  const reader = body.getReader();
  const decoder = new TextDecoder();
  let text = "";
  // A body that says it is too long is not waited for.
  let bytes = ok && length > cap ? length : 0;
  while (bytes <= cap) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    bytes += value.byteLength;
    if (bytes <= cap) text += decoder.decode(value, { stream: true });
  }
  reader.cancel().catch(() => undefined);
  if (ok) throw bodyTooLarge;
  return text;
}
