import type { ChildProcess } from "node:child_process";
import { spawn } from "node:child_process";
import { cpSync } from "node:fs";
import path from "node:path";
import { createInstantlyClient } from "@modulex-instantly/client";
import { startSandbox } from "@modulex-instantly/sandbox";
import type { Npm } from "./node-binaries.ts";
import { runCommand } from "./run-command.ts";
import { nodeTypes } from "./type-checks.ts";

/** What the recipes of docs/commonjs.md need. Nest 11 is the last version that is CommonJS itself. */
const packages = [
  "typescript@5.9.3",
  "jest@30.5.2",
  "ts-jest@29.4.15",
  "@types/jest@30.0.0",
  "@nestjs/common@11.2.10",
  "@nestjs/core@11.2.10",
  "@nestjs/platform-express@11.2.10",
  "reflect-metadata@0.2.2",
  "rxjs@7.8.2",
  nodeTypes,
];

/** The settings with which CommonJS code is compiled. `node16` and `node18` do not know that Node can require ES modules. */
const settings = [
  { module: "commonjs", moduleResolution: "node10" },
  { module: "node20", moduleResolution: "node16" },
  { module: "nodenext", moduleResolution: "nodenext" },
];

/**
 * Runs the recipes for CommonJS with the tarballs: Jest, and a Nest application that is compiled with each setting and calls
 * the sandbox.
 *
 * @param project an empty folder outside of the repository.
 */
export async function runCommonJsRecipes(project: string, npm: Npm, parameters: readonly string[]): Promise<string> {
  cpSync(path.join(import.meta.dirname, "commonjs"), project, { recursive: true });
  await npm.run(["install", ...parameters, ...packages], project);
  const run = (tool: string, ...rest: string[]) =>
    runCommand(process.execPath, [path.join(project, "node_modules", tool), ...rest], project);
  await run("jest/bin/jest.js", "--ci");
  for (const { module, moduleResolution } of settings) {
    const outDir = `out/${module}`;
    const options = ["--module", module, "--moduleResolution", moduleResolution, "--outDir", outDir];
    await run("typescript/bin/tsc", "-p", ".", ...options);
    await requestNest(path.join(project, outDir, "main.js"));
  }
  return `Jest, and Nest compiled with ${settings.map(({ module }) => module).join(", ")}`;
}

/** Starts the application with a sandbox that has one campaign, and requests it. */
async function requestNest(program: string): Promise<void> {
  const sandbox = await startSandbox();
  const instantly = createInstantlyClient({ apiKey: sandbox.keys.full, baseUrl: sandbox.url });
  const window = { name: "Mornings", timing: { from: "09:00", to: "12:00" }, days: { "1": true } };
  const schedules = [{ ...window, timezone: "America/Detroit" as const }];
  await instantly.campaigns.create({ name: "Autumn", campaign_schedule: { schedules } });
  const env = { ...process.env, INSTANTLY_API_KEY: sandbox.keys.full, INSTANTLY_BASE_URL: sandbox.url, PORT: "0" };
  const application = spawn(process.execPath, [program], { env, stdio: ["ignore", "pipe", "pipe"] });
  const exited = new Promise((resolve) => application.once("exit", resolve));
  try {
    const response = await fetch(`${await addressOf(application)}/campaigns`);
    const text = await response.text();
    if (text !== '["Autumn"]') throw new Error(`expected the campaign, got ${response.status} ${text}`);
  } finally {
    application.kill();
    await exited;
    await sandbox.close();
  }
}

/** The address that the application prints when it listens. */
function addressOf(application: ChildProcess): Promise<string> {
  let output = "";
  return new Promise((resolve, reject) => {
    const read = (chunk: unknown): void => {
      output += String(chunk);
      const address = /^http:\/\/127\.0\.0\.1:\d+$/m.exec(output)?.[0];
      if (address !== undefined) resolve(address);
    };
    application.stdout?.on("data", read);
    application.stderr?.on("data", read);
    application.once("exit", (code) => reject(new Error(`the application ended with ${code}:\n${output}`)));
  });
}
