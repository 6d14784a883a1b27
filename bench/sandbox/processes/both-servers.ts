import { startSandbox } from "@modulex-instantly/sandbox";
import { startPrism } from "../prism.ts";
import { ask } from "../request.ts";

/** Where the sandbox and Prism's mock listen; they share a process, and so whatever disturbs it. */
export interface BothServers {
  readonly sandbox: string;
  readonly prism: string;
  /** A key that both take. */
  readonly key: string;
}

const sandbox = await startSandbox({ limits: "off" });
// Prism's canned page has two items.
for (const name of ["Clinics", "Schools"]) await ask(sandbox, "POST", "lead-lists", { name });
const { url } = await startPrism();
process.send?.({ sandbox: sandbox.url, prism: url, key: sandbox.keys.full } satisfies BothServers);
