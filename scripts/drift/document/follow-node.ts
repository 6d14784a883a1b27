import path from "node:path";
import { pointerKeys } from "../../spec/json-pointer.ts";
import { ComparisonError } from "./comparison-error.ts";
import { childOf, type DocumentNode, isRecord, nodeKey, rootOf } from "./document-node.ts";

/**
 * Follows the `$ref` of a node until there is none left, within its file and into other files of a split spec.
 *
 * @throws ComparisonError when a reference leads nowhere, in a circle, or to another host.
 */
export function followNode(node: DocumentNode): DocumentNode {
  return follow(node, new Set());
}

/** @param open the references that are being followed: a target inside one of them leads in a circle. */
function follow(node: DocumentNode, open: ReadonlySet<string>): DocumentNode {
  let current = node;
  const seen = new Set(open);
  while (isRecord(current.value) && typeof current.value["$ref"] === "string") {
    const key = nodeKey(current);
    if (seen.has(key)) throw new ComparisonError(`the reference at ${key} leads in a circle`);
    seen.add(key);
    current = targetOf(current, current.value["$ref"], seen);
  }
  return current;
}

function targetOf(node: DocumentNode, reference: string, open: ReadonlySet<string>): DocumentNode {
  const [file = "", pointer = ""] = reference.split("#");
  const isPointer = pointer === "" || pointer.startsWith("/");
  if (/^[a-z]+:/i.test(file)) throw new ComparisonError(`${nodeKey(node)} refers to another host: ${reference}`);
  const target = file === "" ? node.file : path.posix.join(path.posix.dirname(node.file), file);
  let current = isPointer ? rootOf(node.documents, target) : undefined;
  for (const key of pointerKeys(pointer)) {
    current = current && childOf(follow(current, open), key);
  }
  if (current === undefined) throw new ComparisonError(`${nodeKey(node)}: the reference ${reference} leads nowhere`);
  return current;
}
