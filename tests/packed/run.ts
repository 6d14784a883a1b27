/**
 * Packs the packages, checks the tarballs, installs them in an empty project outside the repository, compiles a
 * consumer against them and runs it.
 */
import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

const root = path.resolve(import.meta.dirname, "../..");
const bin = path.join(root, "node_modules/.bin");
const project = mkdtempSync(path.join(tmpdir(), "modulex-instantly-packed-"));

try {
  for (const name of publishedPackages()) {
    run("pnpm", ["pack", "--pack-destination", project], path.join(root, "packages", name));
  }
  const tarballs = readdirSync(project).filter((file) => file.endsWith(".tgz"));
  for (const tarball of tarballs) {
    run(path.join(bin, "publint"), ["run", tarball, "--strict"], project);
    run(path.join(bin, "attw"), [tarball, "--profile", "esm-only"], project);
  }

  writeFileSync(path.join(project, "package.json"), JSON.stringify({ private: true, type: "module" }));
  const others = ["typescript", "@types/node"].map((name) => `${name}@${versionOf(name)}`);
  const flags = ["--no-audit", "--no-fund", "--loglevel=error"];
  run("npm", ["install", ...flags, ...tarballs.map((file) => `./${file}`), ...others], project);
  cpSync(path.join(import.meta.dirname, "consumer"), project, { recursive: true });
  run(path.join(project, "node_modules/.bin/tsc"), ["-p", "."], project);
  run(process.execPath, ["out/use.js"], project);
  console.log(`${tarballs.length} packed packages checked, installed, compiled against and run`);
} finally {
  rmSync(project, { recursive: true, force: true });
}

function publishedPackages(): string[] {
  return readdirSync(path.join(root, "packages")).filter((name) => !manifest(path.join("packages", name)).private);
}

function versionOf(name: string): string {
  return manifest(path.join("node_modules", name)).version;
}

function manifest(folder: string): { private?: boolean; version: string } {
  return JSON.parse(readFileSync(path.join(root, folder, "package.json"), "utf8"));
}

function run(command: string, parameters: string[], cwd: string): void {
  console.log(`$ ${path.basename(command)} ${parameters.join(" ")}`);
  execFileSync(command, parameters, { cwd, stdio: ["ignore", "inherit", "inherit"] });
}
