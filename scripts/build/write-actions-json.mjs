/** Writes the manifests of the built actions package as plain JSON, for platforms that are not JavaScript. */
import { writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";

const dist = path.resolve(import.meta.dirname, "../../packages/actions/dist");
const { manifest, modulexManifest } = await import(pathToFileURL(path.join(dist, "index.js")).href);
for (const [file, content] of Object.entries({ "actions.json": manifest, "modulex.json": modulexManifest })) {
  writeFileSync(path.join(dist, file), `${JSON.stringify(content, null, 2)}\n`);
}
