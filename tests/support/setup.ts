import { afterAll } from "vitest";
import { refusedConnections } from "./loopback-only.mjs";

// Node processes that a test starts are held to the same.
const guard = `--import=${new URL("loopback-only.mjs", import.meta.url).href}`;
const options = process.env["NODE_OPTIONS"] ?? "";
if (!options.includes(guard)) process.env["NODE_OPTIONS"] = `${options} ${guard}`.trim();

afterAll(() => {
  const refused = refusedConnections.splice(0);
  if (refused.length > 0) throw new Error(`A test wanted to connect to ${refused.join(", ")}.`);
});
