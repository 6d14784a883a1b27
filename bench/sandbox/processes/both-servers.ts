import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { startSandbox } from "@modulex-instantly/sandbox";
import { readTask, sendToParent } from "../../harness/child-process.ts";
import { startPrism } from "../prism.ts";
import { request } from "../request.ts";

/** The URLs of servers that share a process and therefore its disturbances. All respond with the same lead lists. */
export interface BothServers {
  readonly sandbox: string;
  /** Prism's mock. */
  readonly prism: string;
  /** A server of node:http that sends a prepared body and checks nothing. */
  readonly bare: string;
  /** An API key that all of them accept. */
  readonly key: string;
}

readTask();
const sandbox = await startSandbox({ limits: "off" });
// Prism's example page has two items.
for (const name of ["Clinics", "Schools"]) await request(sandbox, "POST", "lead-lists", { name });
const { url } = await startPrism();
const page = JSON.stringify(await request(sandbox, "GET", "lead-lists"));
const bare = createServer((_, response) => {
  response
    .writeHead(200, { "content-type": "application/json; charset=utf-8", "content-length": page.length })
    .end(page);
});
await new Promise<void>((resolve) => bare.listen(0, "127.0.0.1", resolve));
const { port } = bare.address() as AddressInfo;
const bareUrl = `http://127.0.0.1:${port}`;
sendToParent({ sandbox: sandbox.url, prism: url, bare: bareUrl, key: sandbox.keys.full } satisfies BothServers);
