import { childOf, childrenOf, type DocumentNode, isRecord } from "./document-node.ts";
import { followNode } from "./follow-node.ts";

/** An operation of a document, with its path item. */
export interface OperationNode {
  /** The operation as `GET /api/v2/emails`. */
  readonly name: string;
  readonly id: string;
  readonly pathItem: DocumentNode;
  readonly node: DocumentNode;
}

const METHODS = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

/** Lists the operations in the order of the document. */
export function operationNodes(document: DocumentNode): OperationNode[] {
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
