import { ComparisonError } from "./comparison-error.ts";
import { type DocumentNode, rootOf } from "./document-node.ts";

/** The root of a document in one piece, such as the vendor's. */
export function singleDocument(value: unknown, name = "document"): DocumentNode {
  const documents = {
    read(file: string): unknown {
      if (file === name) return value;
      throw new ComparisonError(`${name} refers to another file: ${file}`);
    },
  };
  return rootOf(documents, name);
}
