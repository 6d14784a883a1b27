import { once } from "node:events";
import type { IncomingMessage } from "node:http";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout } from "node:timers/promises";
import { gzipSync } from "node:zlib";
import { leadNumber, numberOfCursor, pageOfLeads } from "./lead-bodies.ts";

const PAGE = 100;

/** The options of the lead server. */
export interface LeadServerOptions {
  /** The number of leads in the list. */
  readonly leads: number;
  /** The delay of each response in milliseconds. */
  readonly delayMs: number;
  readonly isGzipped: boolean;
}

/** Serves one lead and a list of leads on 127.0.0.1 from prepared bodies. Resolves to the origin. */
export async function startLeadServer({ leads, delayMs, isGzipped }: LeadServerOptions): Promise<string> {
  const bodyOf = (value: object) => {
    const plain = Buffer.from(JSON.stringify(value));
    return isGzipped ? gzipSync(plain) : plain;
  };
  const lead = bodyOf(leadNumber(1));
  const pages = Array.from({ length: Math.ceil(leads / PAGE) }, (_, index) => pageOfLeads(index * PAGE, PAGE, leads));
  const bodies = pages.map(bodyOf);

  const server = createServer(async (request, response) => {
    const text = await readText(request);
    if (delayMs > 0) await setTimeout(delayMs);
    const body = request.method === "GET" ? lead : bodies[pageOf(text)];
    if (!body) return response.writeHead(404).end();
    response.writeHead(200, {
      "content-type": "application/json; charset=utf-8",
      "content-length": body.length,
      ...(isGzipped ? { "content-encoding": "gzip" } : {}),
    });
    return response.end(body);
  });
  // By default, Node closes idle sockets after 5 s, which can pass between two calls on a busy machine.
  server.keepAliveTimeout = 120_000;
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function pageOf(text: string): number {
  const { starting_after: cursor } = JSON.parse(text || "{}") as { readonly starting_after?: string };
  return Math.floor(numberOfCursor(cursor) / PAGE);
}

async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}
