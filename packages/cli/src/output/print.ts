import { once } from "node:events";
import type { OutputStream } from "../context.ts";

/** Writes a text and waits until the stream can take more, so that a slow reader does not fill the memory. */
export async function print(stream: OutputStream, text: string): Promise<void> {
  if (!stream.write(text) && !stream.destroyed) {
    await Promise.race([once(stream, "drain"), once(stream, "close")]);
  }
}
