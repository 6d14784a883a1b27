import { childOf, childrenOf, isRecord, type SpecNode } from "./document-node.ts";
import { followNode } from "./follow-node.ts";

/** An operation of a document with the path item around it. */
export interface OperationNode {
  /** The operation as `GET /api/v2/emails`. */
  readonly name: string;
  readonly id: string;
  readonly pathItem: SpecNode;
  readonly node: SpecNode;
}

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
