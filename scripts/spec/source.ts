import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import type { ActionShape } from "./action-shapes.ts";
import { loadActionShapes } from "./action-shapes.ts";
import { loadDocument } from "./load-document.ts";
import type { OpenApiDocument } from "./open-api-document.ts";
import type { FoundOperation } from "./operations.ts";
import { operationsOf } from "./operations.ts";

/** The loaded spec, the input of everything that is generated. */
export interface Source {
  /** The bundled document. */
  readonly document: OpenApiDocument;
  readonly operations: readonly FoundOperation[];
  readonly actions: readonly ActionShape[];
  /** A hash of all source files, for the headers of the derived files. */
  readonly hash: string;
}

/**
 * Loads the spec.
 *
 * @throws Error naming the file, the operation or the action that is invalid.
 */
export async function loadSource(specDirectory: string): Promise<Source> {
  const document = await loadDocument(specDirectory);
  const operations = operationsOf(document);
  const actions = await loadActionShapes(specDirectory, document, operations);
  return { document, operations, actions, hash: await hashOf(specDirectory) };
}

async function hashOf(specDirectory: string): Promise<string> {
  const hash = createHash("sha256");
  const entries = await readdir(specDirectory, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile() && entry.name.endsWith(".yaml"))
    .map((entry) => path.relative(specDirectory, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, "/"))
    // Nothing is derived from the records of the vendor's document.
    .filter((file) => !file.startsWith("vendor/"))
    .sort();
  for (const file of files) {
    hash.update(file).update("\0");
    hash.update(await readFile(path.join(specDirectory, file))).update("\0");
  }
  return hash.digest("hex").slice(0, 16);
}
