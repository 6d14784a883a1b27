import type { OperationNode } from "../compare/compare-operation.ts";
import { childOf, childrenOf, isRecord, type SpecNode } from "./document-node.ts";
import { followNode } from "./follow-node.ts";

const METHODS = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

/** Lists the operations of a document in its order. */
export function operationNodes(document: SpecNode): OperationNode[] {
  return childrenOf(childOf(document, "paths")).flatMap(([template, written]) => {
    const pathItem = followNode(written);
    return childrenOf(pathItem)
      .filter(([method, node]) => METHODS.includes(method) && isRecord(node.value))
      .map(([method, node]) => {
        const id = isRecord(node.value) ? node.value["operationId"] : undefined;
        const name = `${method.toUpperCase()} ${template}`;
        return { name, id: typeof id === "string" ? id : name, pathItem, node };
      });
  });
}
