/** Thrown inside an attempt when the decoded body grows beyond its cap. */
export class BodyTooLarge extends Error {}

/** Decoded bytes that are read at most: 32 MiB of an answer, 64 KiB of a refusal. */
export const bodyCap: { readonly answer: number; readonly refusal: number } = {
  answer: 32 * 1024 * 1024,
  refusal: 64 * 1024,
};

/**
 * Reads a response's body as text, never more than the cap of decoded bytes. A byte order mark is dropped.
 *
 * @throws BodyTooLarge when a success is larger; a refusal is cut off at its cap instead.
 */
export async function readBody(response: Response): Promise<string> {
  if (response.body === null) return "";
  const cap = response.ok ? bodyCap.answer : bodyCap.refusal;
  const length = response.headers.get("content-length");
  const isEncoded = response.headers.get("content-encoding") !== null;
  if (length !== null && !isEncoded && Number(length) <= cap) return response.text();
  if (length !== null && Number(length) > cap && response.ok) {
    await discard(response.body);
    throw new BodyTooLarge();
  }
  return readCapped(response.body, cap, response.ok);
}

async function readCapped(body: ReadableStream<Uint8Array>, cap: number, isSuccess: boolean): Promise<string> {
  const decoder = new TextDecoder();
  const reader = body.getReader();
  let text = "";
  let bytes = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    bytes += value.byteLength;
    if (bytes > cap) {
      reader.cancel().catch(() => undefined);
      if (isSuccess) throw new BodyTooLarge();
      return text;
    }
    text += decoder.decode(value, { stream: true });
  }
}

async function discard(body: ReadableStream<Uint8Array>): Promise<void> {
  await body.cancel().catch(() => undefined);
}
