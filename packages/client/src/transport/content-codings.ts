import type { IncomingMessage } from "node:http";
import process from "node:process";
import type { Readable, Transform } from "node:stream";
import { pipeline } from "node:stream";

type Zlib = typeof import("node:zlib") & { createZstdDecompress?(): Transform };

/** Creates a decoder. The first byte of the body tells the two formats apart that servers send as `deflate`. */
type CreateDecoder = (zlib: Zlib, firstByte: number) => Transform | undefined;

/** As for Node's fetch. A response with more codings is not decoded, so its body is not valid JSON. */
const MOST_CODINGS = 5;
const ZLIB_FORMAT = 8;

/** The value of the `accept-encoding` header: all codings that this version of Node decodes. */
export const ACCEPTED_CODINGS: string = `gzip, deflate, br${process.versions["zstd"] ? ", zstd" : ""}`;

const gunzip: CreateDecoder = (zlib) => zlib.createGunzip();
const DECODERS: ReadonlyMap<string, CreateDecoder> = new Map([
  ["gzip", gunzip],
  ["x-gzip", gunzip],
  ["br", (zlib) => zlib.createBrotliDecompress()],
  ["zstd", (zlib) => zlib.createZstdDecompress?.()],
  ["deflate", (zlib, firstByte) => ((firstByte & 15) === ZLIB_FORMAT ? zlib.createInflate() : zlib.createInflateRaw())],
]);

/** Returns the codings of a body in the order in which they were applied. */
export function codingsOf({ headers }: IncomingMessage): readonly string[] {
  const names = (headers["content-encoding"] ?? "").toLowerCase().split(",");
  return names.map((name) => name.trim()).filter((name) => name !== "" && name !== "identity");
}

/** Returns the decoded body of a response. With an unknown coding or too many of them, the body stays as it is. */
export function decodedBody(response: IncomingMessage, codings: readonly string[], firstByte: number): Readable {
  // Loaded on demand, because many responses are not compressed.
  const zlib: Zlib = process.getBuiltinModule("node:zlib");
  const decoders = codings.length > MOST_CODINGS ? [] : codings.map((name) => DECODERS.get(name));
  if (!decoders.every((decoder) => decoder !== undefined)) return response;
  // The coding that was applied last is decoded first.
  return decoders.toReversed().reduce<Readable>((body, create, index) => {
    const decoder = create(zlib, index === 0 ? firstByte : ZLIB_FORMAT);
    // The pipeline passes errors on, to the stream that is read.
    return decoder ? pipeline(body, decoder, () => undefined) : body;
  }, response);
}
