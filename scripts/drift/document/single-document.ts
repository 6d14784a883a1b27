import { CannotCompare } from "./comparison-error.ts";
import { rootOf, type SpecNode } from "./document-node.ts";

/** Wraps a document that is complete in itself, such as the vendor's. */
export function oneDocument(value: unknown, name = "document"): SpecNode {
  const documents = {
    read(file: string): unknown {
      if (file === name) return value;
      throw new CannotCompare(`${name} refers to another file: ${file}`);
    },
  };
  return rootOf(documents, name);
}
