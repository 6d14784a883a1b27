import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import type { OpenApiDocument } from "./open-api-document.ts";

const run = promisify(execFile);

/** The curated document in one piece, and the hash of every file it was made from. */
export interface Source {
  readonly specDirectory: string;
  readonly document: OpenApiDocument;
  readonly hash: string;
}

/**
 * Bundles the split spec into one document whose parameters are written out in place.
 *
 * @throws Error with Redocly's own report when the spec does not bundle.
 */
export async function loadSource(specDirectory: string): Promise<Source> {
  const directory = await mkdtemp(path.join(tmpdir(), "modulex-instantly-bundle-"));
  try {
    const output = path.join(directory, "openapi.json");
    // Not the one in .bin: on Windows that is a script which cannot be run without a shell.
    const redocly = path.resolve(import.meta.dirname, "../../node_modules/@redocly/cli/bin/cli.js");
    const environment = { ...process.env, REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true" };
    const words = ["bundle", path.join(specDirectory, "openapi.yaml"), "--output", output];
    await run(process.execPath, [redocly, ...words], { env: environment }).catch((error: { stderr?: string }) => {
      throw new Error(`The spec in ${specDirectory} does not bundle.\n${errorsIn(error.stderr ?? String(error))}`);
    });
    const document = JSON.parse(await readFile(output, "utf8")) as OpenApiDocument;
    return { specDirectory, document: inlineParameters(document), hash: await hashOf(specDirectory) };
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

/** The errors of Redocly's report, without its banners and warnings; all of the report when it has none. */
function errorsIn(report: string): string {
  const errors = report.split(/^(?=\[\d+\] )/m).filter((part) => part.includes("Error was generated"));
  return errors.length > 0 ? errors.map((part) => part.replace(/^❌[\s\S]*/m, "").trim()).join("\n\n") : report;
}

function inlineParameters(document: OpenApiDocument): OpenApiDocument {
  const shared = document.components.parameters ?? {};
  for (const item of Object.values(document.paths)) {
    for (const operation of Object.values(item)) {
      operation.parameters = operation.parameters?.map((parameter) =>
        parameter.$ref === undefined ? parameter : (shared[parameter.$ref.split("/").at(-1) ?? ""] ?? parameter),
      );
      if (operation.parameters === undefined) delete operation.parameters;
    }
  }
  delete document.components.parameters;
  return document;
}

async function hashOf(specDirectory: string): Promise<string> {
  const hash = createHash("sha256");
  const entries = await readdir(specDirectory, { recursive: true, withFileTypes: true });
  // What is recorded of the vendor's document derives nothing.
  const isSource = (file: string) => !file.startsWith(path.join(specDirectory, "vendor") + path.sep);
  const files = entries
    .filter((entry) => entry.isFile() && entry.name.endsWith(".yaml"))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter(isSource)
    .map((file) => path.relative(specDirectory, file).replaceAll(path.sep, "/"))
    .sort();
  for (const file of files) {
    hash.update(file).update("\0");
    hash.update(await readFile(path.join(specDirectory, file))).update("\0");
  }
  return hash.digest("hex").slice(0, 16);
}
