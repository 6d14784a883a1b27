import { afterAll } from "vitest";
import { rejectedConnections } from "./loopback-only.mjs";

// The same applies to Node processes that a test starts.
const guard = `--import=${new URL("loopback-only.mjs", import.meta.url).href}`;
const options = process.env["NODE_OPTIONS"] ?? "";
if (!options.includes(guard)) process.env["NODE_OPTIONS"] = `${options} ${guard}`.trim();

afterAll(() => {
  const rejected = rejectedConnections.splice(0);
  if (rejected.length > 0) throw new Error(`A test tried to connect to ${rejected.join(", ")}.`);
});
