/** Thrown inside an attempt when the decoded body grows beyond its cap. */
export const bodyTooLarge: Error = new Error("the body is too large");

/**
 * Reads a response's body as text, never more than 32 MiB of an answer or 64 KiB of a refusal, counted decoded. A byte
 * order mark is dropped.
 *
 * @throws bodyTooLarge when a success is larger; a refusal is cut off at its cap instead.
 */
export async function readBody(response: Response): Promise<string> {
  const { body, headers, ok } = response;
  const cap = ok ? 2 ** 25 : 2 ** 16;
  // A plain body is as long as it says it is, so the platform's own, faster way of reading it is safe.
  const length = headers.get("content-encoding") ? null : headers.get("content-length");
  if (!body || (length && Number(length) <= cap)) return response.text();

  const reader = body.getReader();
  const decoder = new TextDecoder();
  let text = "";
  for (let bytes = 0; ; ) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    bytes += value.byteLength;
    if (bytes > cap) {
      reader.cancel().catch(() => undefined);
      if (ok) throw bodyTooLarge;
      return text;
    }
    text += decoder.decode(value, { stream: true });
  }
}
