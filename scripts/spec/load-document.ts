import path from "node:path";
import { bundleOas, createEmptyRedoclyConfig } from "@redocly/openapi-core/lib/bundle-oas";
import type { OpenApiDocument } from "./open-api-document.ts";
import { followReference } from "./reference.ts";

type Problem = Awaited<ReturnType<typeof bundleOas>>["problems"][number];

/**
 * Bundles the split spec into one document, with the parameters of each operation inlined.
 *
 * @throws Error that lists the errors of the bundler, each with its file, line and column.
 */
export async function loadDocument(specDirectory: string): Promise<OpenApiDocument> {
  const directory = path.resolve(specDirectory);
  const file = path.join(directory, "openapi.yaml");
  const { bundle, problems } = await bundleOas({ ref: file, config: createEmptyRedoclyConfig() }).catch(
    (error: Error) => {
      throw bundleError(directory, [error.message]);
    },
  );
  const errors = problems.filter(({ severity }) => severity === "error");
  if (errors.length > 0) throw bundleError(directory, await Promise.all(errors.map(located)));
  // A copy as JSON: the bundler can use the same object in several places.
  return inlineParameters(JSON.parse(JSON.stringify(bundle.parsed)) as OpenApiDocument);
}

async function located({ message, location: [location] }: Problem): Promise<string> {
  if (location === undefined) return message;
  // Imported on demand: this entry loads the linter with all its rules.
  const { getLineColLocation } = await import("@redocly/openapi-core");
  const { source, start } = getLineColLocation(location);
  return `${source.absoluteRef}:${start.line}:${start.col}: ${message}`;
}

function bundleError(directory: string, errors: readonly string[]): Error {
  const lines = [...new Set(errors)].map((error) => `  ${error.replaceAll(directory + path.sep, "")}`);
  return new Error(`The spec in ${directory} does not bundle.\n${lines.join("\n")}`);
}

function inlineParameters(document: OpenApiDocument): OpenApiDocument {
  for (const item of Object.values(document.paths)) {
    for (const operation of Object.values(item)) {
      // Copies: the bundler makes one parameter of several that are equal.
      operation.parameters = operation.parameters?.map((parameter) =>
        structuredClone(followReference(document, parameter)),
      );
      if (operation.parameters === undefined) delete operation.parameters;
    }
  }
  delete document.components.parameters;
  return document;
}
