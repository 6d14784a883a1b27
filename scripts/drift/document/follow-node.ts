import path from "node:path";
import { pointerKeys } from "../../spec/json-pointer.ts";
import { CannotCompare } from "./comparison-error.ts";
import { childOf, isRecord, nodeKey, rootOf, type SpecNode } from "./document-node.ts";

/**
 * Follows `$ref` until something else is reached, within the file and to the other files of a split spec.
 *
 * @throws CannotCompare when a reference leads nowhere, in a circle, or to another host.
 */
export function followNode(node: SpecNode): SpecNode {
  let current = node;
  const seen = new Set<string>();
  while (isRecord(current.value) && typeof current.value["$ref"] === "string") {
    const key = nodeKey(current);
    if (seen.has(key)) throw new CannotCompare(`the reference at ${key} leads in a circle`);
    seen.add(key);
    current = targetOf(current, current.value["$ref"]);
  }
  return current;
}

function targetOf(node: SpecNode, reference: string): SpecNode {
  const [file = "", pointer = ""] = reference.split("#");
  const isPointer = pointer === "" || pointer.startsWith("/");
  if (/^[a-z]+:/i.test(file)) throw new CannotCompare(`${nodeKey(node)} refers to another host: ${reference}`);
  const target = file === "" ? node.file : path.posix.join(path.posix.dirname(node.file), file);
  let current = isPointer ? rootOf(node.documents, target) : undefined;
  for (const key of pointerKeys(pointer)) {
    current = current && childOf(followNode(current), key);
  }
  if (current === undefined) throw new CannotCompare(`${nodeKey(node)}: the reference ${reference} leads nowhere`);
  return current;
}
