import type { ChildProcess } from "node:child_process";
import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { validate } from "dockerfile-utils";
import { afterAll, describe, expect, test } from "vitest";
import { parse } from "yaml";

const root = path.resolve(import.meta.dirname, "../..");
const read = (file: string): string => readFileSync(path.join(root, file), "utf8");
const manifest = JSON.parse(read("packages/sandbox/package.json"));
const file = read("packages/sandbox/Dockerfile");
const lines = file.replaceAll("\\\n", " ").split("\n");

/** The last occurrence of an instruction, without its name. */
const last = (instruction: string): string =>
  lines.findLast((line) => line.startsWith(`${instruction} `))?.slice(instruction.length + 1) ?? "";

const folder = mkdtempSync(path.join(tmpdir(), "sandbox-image-"));
const children: ChildProcess[] = [];
afterAll(() => {
  for (const child of children) child.kill("SIGKILL");
  rmSync(folder, { recursive: true, force: true });
});

/** A folder for PATH in which the commands of the package are those of this repository. */
function installed(): string {
  const bin = path.join(root, "packages/sandbox", manifest.bin["modulex-instantly-sandbox"]);
  const command = path.join(folder, "modulex-instantly-sandbox");
  writeFileSync(command, `#!/bin/sh\nexec '${process.execPath}' '${bin}' "$@"\n`);
  chmodSync(command, 0o755);
  return `${folder}${path.delimiter}${process.env["PATH"]}`;
}

async function freePort(): Promise<string> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  return String(typeof address === "object" ? address?.port : "");
}

function statusOf(port: string, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const asked = request({ host: "127.0.0.1", port, path: "/_sandbox/clock", headers: { host } });
    asked.on("error", reject).on("response", (response) => resolve(response.resume().statusCode ?? 0));
    asked.end();
  });
}

function exitCode(words: readonly string[], PATH: string): Promise<number> {
  const [command = "", ...rest] = words;
  return new Promise((resolve) => {
    execFile(command, rest, { env: { ...process.env, PATH } }, (error) =>
      resolve(error === null ? 0 : Number(error.code)),
    );
  });
}

describe("the Dockerfile of the sandbox", () => {
  test("has no finding of the linter", () => {
    expect(validate(file).map(({ message, range }) => `${range.start.line + 1}: ${message}`)).toEqual([]);
  });

  test("starts the published version as an ordinary user", () => {
    expect(last("FROM")).toMatch(/^node:\d+\.\d+\.\d+-alpine\d+\.\d+$/);
    expect(last("ARG")).toBe(`VERSION=${manifest.version}`);
    expect(last("RUN")).toContain(`"${manifest.name}@\${VERSION}"`);
    expect(last("RUN")).toContain("--ignore-scripts");
    expect(last("USER")).toBe("node");
    expect(file).not.toMatch(/API_KEY|TOKEN/);
  });

  test("has commands that start, are healthy, are called by name, and stop", async () => {
    const PATH = installed();
    const port = await freePort();
    const own = last("EXPOSE");
    const onPort = (words: readonly string[]): string[] => words.map((word) => word.replaceAll(own, port));
    const [command = "", ...words] = onPort([...JSON.parse(last("ENTRYPOINT")), ...JSON.parse(last("CMD"))]);
    const health = onPort(JSON.parse(/CMD (\[.*\])$/.exec(last("HEALTHCHECK"))?.[1] ?? "[]"));
    expect(words).toContain(port);
    expect(health.join(" ")).toContain(port);

    expect(await exitCode(health, PATH)).toBe(1);
    const child = spawn(command, words, {
      cwd: folder,
      env: { ...process.env, PATH },
      stdio: ["ignore", "pipe", "pipe"],
    });
    children.push(child);
    let warning = "";
    child.stderr.on("data", (part: Buffer) => {
      warning += part;
    });
    await once(child.stdout, "data");
    expect(await exitCode(health, PATH)).toBe(0);
    const statuses = [`localhost:${port}`, "sandbox:4020", "evil.test"].map((host) => statusOf(port, host));
    expect(await Promise.all(statuses)).toEqual([200, 200, 403]);
    expect(warning).toContain("warning: it listens on 0.0.0.0");
    child.kill("SIGTERM");
    expect(await once(child, "exit")).toEqual([0, null]);
  });
});

describe("the recipe for GitHub Actions", () => {
  const [, recipe = ""] = /```yaml service\n([\s\S]*?)\n```/.exec(read("docs/containers.md")) ?? [];
  const { jobs } = parse(recipe);
  const [job] = Object.values(jobs) as [
    { services: { sandbox: { ports: string[]; image: string } }; steps: { env?: object }[] },
  ];

  test("has the port of the image, and the address at which the sandbox may be called", () => {
    const { ports, image } = job.services.sandbox;
    const own = last("EXPOSE");
    expect(ports).toEqual([`${own}:${own}`]);
    expect(image).toContain("modulex-instantly-sandbox");
    expect(JSON.stringify(job.steps)).toContain(`http://localhost:${own}`);
    expect(recipe).not.toMatch(/secrets\./);
  });
});
