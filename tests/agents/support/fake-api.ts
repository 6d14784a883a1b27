import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";

/** A model provider on this machine that gives scripted responses. */
export interface FakeApi {
  readonly url: string;
  /** The body of each request. */
  readonly bodies: readonly Record<string, unknown>[];
}

/** Starts a server that responds with the given bodies in turn, until the test is over. */
export async function fakeApi(responses: readonly object[]): Promise<FakeApi> {
  const bodies: Record<string, unknown>[] = [];
  const server = createServer(async (request, response) => {
    let text = "";
    for await (const chunk of request) text += chunk;
    bodies.push(JSON.parse(text));
    const next = responses[bodies.length - 1];
    response.writeHead(next ? 200 : 500, { "content-type": "application/json" });
    response.end(JSON.stringify(next ?? { error: { message: "no more responses" } }));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, bodies };
}
