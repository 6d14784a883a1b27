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
  return { document, operations, actions };
}
