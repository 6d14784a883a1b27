/**
 * Packs the MCP server as a bundle for hosts that install .mcpb files, such as Claude Desktop. Usage, after a build:
 * node scripts/build/pack-mcpb.mjs [FILE]
 */
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";

const root = path.resolve(import.meta.dirname, "../..");
const mcp = path.join(root, "packages/mcp");
const { version } = JSON.parse(readFileSync(path.join(mcp, "package.json"), "utf8"));
const output = path.resolve(process.argv[2] ?? path.join(mcp, `dist/modulex-instantly-mcp-${version}.mcpb`));
const folder = mkdtempSync(path.join(tmpdir(), "modulex-instantly-mcpb-"));
try {
  const manifest = JSON.parse(readFileSync(path.join(mcp, "mcpb/manifest.json"), "utf8"));
  writeFileSync(path.join(folder, "manifest.json"), JSON.stringify({ ...manifest, version }, null, 2));
  const server = path.join(folder, "server");
  mkdirSync(server);
  // The command and what it loads on demand; Redis is for servers and not part of the bundle.
  const isOfCommand = (name) => /^bin(-[A-Z0-9]{8})?\.js$/.test(name) || name === "third-party.txt";
  for (const name of readdirSync(path.join(mcp, "dist")).filter(isOfCommand)) {
    cpSync(path.join(mcp, "dist", name), path.join(server, name));
  }
  writeFileSync(path.join(server, "package.json"), '{ "type": "module" }\n');
  const sandbox = path.join(server, "node_modules/@modulex-instantly/sandbox");
  mkdirSync(path.join(sandbox, "dist"), { recursive: true });
  cpSync(path.join(root, "packages/sandbox/package.json"), path.join(sandbox, "package.json"));
  // Everything but the command: the entry loads the rest on demand.
  const isLoaded = (name) => name.endsWith(".js") && name !== "bin.js";
  for (const name of readdirSync(path.join(root, "packages/sandbox/dist")).filter(isLoaded)) {
    cpSync(path.join(root, "packages/sandbox/dist", name), path.join(sandbox, "dist", name));
  }
  cpSync(path.join(root, "LICENSE"), path.join(folder, "LICENSE"));
  const require = createRequire(import.meta.url);
  const cli = path.join(path.dirname(require.resolve("@anthropic-ai/mcpb")), "cli/cli.js");
  execFileSync(process.execPath, [cli, "validate", path.join(folder, "manifest.json")], { stdio: "inherit" });
  mkdirSync(path.dirname(output), { recursive: true });
  execFileSync(process.execPath, [cli, "pack", folder, output], { stdio: "inherit" });
} finally {
  rmSync(folder, { recursive: true, force: true });
}
