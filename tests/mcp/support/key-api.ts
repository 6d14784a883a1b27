import { createHash } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** The id of the only campaign of a key. It does not contain the key, which the client would remove. */
export function campaignOf(key: string): string {
  return createHash("sha256").update(key).digest("hex").slice(0, 12);
}

/** A stand-in for the API, in which every key has one campaign. */
export interface KeyApi {
  readonly url: string;
  /** When requests of a key arrived, in milliseconds. */
  readonly arrivals: ReadonlyMap<string, readonly number[]>;
  /** Replaces the response to the next requests. */
  respondWith(...responses: { readonly status: number; readonly headers?: Readonly<Record<string, string>> }[]): void;
  close(): Promise<void>;
}

/** Starts the stand-in on a free port. */
export async function startKeyApi(): Promise<KeyApi> {
  const arrivals = new Map<string, number[]>();
  const planned: { readonly status: number; readonly headers?: Readonly<Record<string, string>> }[] = [];
  const server = createServer((request, response) => {
    const key = request.headers.authorization?.replace("Bearer ", "") ?? "none";
    arrivals.set(key, [...(arrivals.get(key) ?? []), performance.now()]);
    request.resume();
    const plan = planned.shift();
    const body = plan ? { message: "planned" } : { items: [{ id: campaignOf(key), name: "Clinics" }] };
    response.writeHead(plan?.status ?? 200, { "content-type": "application/json", ...plan?.headers });
    response.end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    arrivals,
    respondWith: (...responses) => void planned.push(...responses),
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
