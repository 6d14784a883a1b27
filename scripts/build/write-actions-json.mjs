/** Writes the manifest of the built actions package as plain JSON, for platforms that are not JavaScript. */
import { writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";

const dist = path.resolve(import.meta.dirname, "../../packages/actions/dist");
const { manifest } = await import(pathToFileURL(path.join(dist, "index.js")).href);
writeFileSync(path.join(dist, "actions.json"), `${JSON.stringify(manifest, null, 2)}\n`);
