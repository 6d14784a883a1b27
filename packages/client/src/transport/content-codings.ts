import type { IncomingMessage } from "node:http";
import process from "node:process";
import type { Readable, Transform } from "node:stream";
import { pipeline } from "node:stream";

type Zlib = typeof import("node:zlib") & { createZstdDecompress?(): Transform };

/** As for Node's fetch. A response with more codings is not decoded, so its body is not valid JSON. */
const MOST_CODINGS = 5;
const ZLIB_FORMAT = 8;

/** Returns the value of the `accept-encoding` header: all codings that this version of Node decodes. */
export function acceptedCodings(): string {
  return `gzip, deflate, br${process.versions["zstd"] ? ", zstd" : ""}`;
}

/** Returns the codings of a body in the order in which they were applied. */
export function codingsOf({ headers }: IncomingMessage): readonly string[] {
  const names = (headers["content-encoding"] ?? "").toLowerCase().split(",");
  return names.map((name) => name.trim()).filter((name) => name !== "" && name !== "identity");
}

/**
 * Returns the decoded body of a response. With an unknown coding or too many of them, the body stays as it is.
 *
 * @param firstByte of the body: tells the two formats apart that servers send as `deflate`.
 */
export function decodedBody(response: IncomingMessage, codings: readonly string[], firstByte: number): Readable {
  if (codings.length > MOST_CODINGS) return response;
  // Loaded on demand, because many responses are not compressed.
  const zlib: Zlib = process.getBuiltinModule("node:zlib");
  // The coding that was applied last is decoded first.
  const decoders = codings
    .toReversed()
    .map((name, index) => createDecoder(name, zlib, index === 0 ? firstByte : ZLIB_FORMAT));
  if (!decoders.every((decoder) => decoder !== undefined)) return response;
  // The pipeline passes errors on, to the stream that is read.
  return decoders.reduce<Readable>((body, decoder) => pipeline(body, decoder, () => undefined), response);
}

function createDecoder(name: string, zlib: Zlib, firstByte: number): Transform | undefined {
  if (name === "gzip" || name === "x-gzip") return zlib.createGunzip();
  if (name === "br") return zlib.createBrotliDecompress();
  if (name === "zstd") return zlib.createZstdDecompress?.();
  if (name !== "deflate") return undefined;
  return (firstByte & 15) === ZLIB_FORMAT ? zlib.createInflate() : zlib.createInflateRaw();
}
