import { startSandbox } from "@modulex-instantly/sandbox";
import { readTask, sendToParent } from "../../harness/child-process.ts";
import { startPrism } from "../prism.ts";
import { request } from "../request.ts";

/** The URLs of the sandbox and of Prism's mock, which share a process and therefore its disturbances. */
export interface BothServers {
  readonly sandbox: string;
  readonly prism: string;
  /** An API key that both accept. */
  readonly key: string;
}

readTask();
const sandbox = await startSandbox({ limits: "off" });
// Prism's example page has two items.
for (const name of ["Clinics", "Schools"]) await request(sandbox, "POST", "lead-lists", { name });
const { url } = await startPrism();
sendToParent({ sandbox: sandbox.url, prism: url, key: sandbox.keys.full } satisfies BothServers);
