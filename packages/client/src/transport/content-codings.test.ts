import zlib from "node:zlib";
import { afterEach, describe, expect, test } from "vitest";
import { servedClient, stopServers } from "../../../../tests/client/served-client.ts";
import type { SentRequest } from "../../../../tests/faults/server/request-reader.ts";
import { head, response } from "../../../../tests/faults/server/response-bytes.ts";
import { acceptedCodings } from "./content-codings.ts";

afterEach(stopServers);

/** Node 20 has no zstd, and nor have its types. */
const { zstdCompressSync } = zlib as typeof zlib & { zstdCompressSync?: (bytes: Buffer) => Buffer };
const encoders: Readonly<Record<string, (bytes: Buffer) => Buffer>> = {
  gzip: zlib.gzipSync,
  "x-gzip": zlib.gzipSync,
  br: zlib.brotliCompressSync,
  deflate: zlib.deflateSync,
  "deflate, without a header": zlib.deflateRawSync,
  identity: (bytes) => bytes,
  ...(zstdCompressSync && { zstd: zstdCompressSync }),
};
/** More than one chunk, with characters of several bytes. */
const lead = { id: "lead-1", payload: { note: "Füße €🙂 ".repeat(20_000), random: "x7Qp9".repeat(100) } };
const json = Buffer.from(JSON.stringify(lead));
const encoded = (names: readonly string[]): Buffer =>
  names.reduce<Buffer>((body, name) => (encoders[name] as (bytes: Buffer) => Buffer)(body), json);

async function received(coding: string, body: Buffer): Promise<unknown> {
  const { client } = await servedClient(({ reply }) =>
    reply(response(200, "application/json", body, [["Content-Encoding", coding]])),
  );
  return client.leads.get("lead-1").catch(({ code, outcome }) => ({ code, outcome }));
}

describe("a body", () => {
  test.each(Object.keys(encoders))("with the coding %s is decoded", async (name) => {
    expect(await received(name.replace(/,.*/, "").toUpperCase(), encoded([name]))).toEqual(lead);
  });

  test.each([[["gzip", "br"]], [["deflate", "gzip"]], [["br", "deflate", "gzip", "br", "gzip"]]])(
    "with the codings %j is decoded from the last to the first",
    async (names) => {
      expect(await received(names.join(" ,"), encoded(names))).toEqual(lead);
    },
  );

  test.each(["gzip", "br", "deflate"])("of nothing, with the coding %s, is empty", async (name) => {
    const { client } = await servedClient(({ socket }) =>
      socket.end(
        head(200, [
          ["content-encoding", name],
          ["content-type", "application/json"],
        ]),
      ),
    );
    await expect(client.leads.get("lead-1")).rejects.toMatchObject({ code: "invalid_response" });
  });

  test.each(["gzip", "br", "deflate"])("with the coding %s that is cut off is an error", async (name) => {
    const body = encoded([name]);
    expect(await received(name, body.subarray(0, body.length - 9))).toMatchObject({ code: "network" });
  });

  test.each(["gzip", "br", "deflate", "gzip, br"])("that does not have its coding %s is an error", async (name) => {
    expect(await received(name, json)).toMatchObject({ code: "network" });
  });

  test.each([
    ["six", Array(6).fill("gzip").join(",")],
    ["a hundred", Array(100).fill("br").join(",")],
    ["unknown", "zork"],
    ["known and unknown", "gzip, zork"],
    ["inherited", "__proto__, constructor"],
  ])("with codings that are %s is not decoded", async (_, coding) => {
    expect(await received(coding, encoded(["gzip"]))).toMatchObject({ code: "invalid_response" });
  });
});

test("a request asks for exactly the codings that this version of Node decodes", async () => {
  const requests: SentRequest[] = [];
  const { client } = await servedClient(({ request, reply }) => {
    requests.push(request);
    reply(response(200, "application/json", json));
  });
  await client.leads.get("lead-1");
  expect(requests[0]?.headers.get("accept-encoding")).toBe(acceptedCodings());
  expect(acceptedCodings().split(", ")).toEqual(["gzip", "deflate", "br", ...(zstdCompressSync ? ["zstd"] : [])]);
});

test("a coding that this version of Node does not decode is an error", async () => {
  const frame = Buffer.from("28b52ffd04580d00006869", "hex");
  expect(await received("zstd", frame)).toMatchObject({
    code: zstdCompressSync ? "network" : "invalid_response",
    outcome: "none",
  });
});
