import type { OperationId } from "../../packages/client/src/index.ts";
import { operationRows } from "../operations.ts";

/** What a method is called with, apart from its options. */
export interface MethodInput {
  readonly id?: string;
  /** The query or the body. */
  readonly input?: object;
}

/** Calls the method that the table names for an operation; an id or an input that is absent is no argument at all. */
export function callMethod(
  client: object,
  id: OperationId,
  { id: pathId, input }: MethodInput,
  options?: object,
): Promise<unknown> {
  const given = [pathId, input, options].filter((argument) => argument !== undefined);
  return methodOf(client, operationRows[id].method)(...given) as Promise<unknown>;
}

/** The method that a dotted name stands for, bound to its resource. */
export function methodOf(client: object, name: string): (...given: readonly unknown[]) => unknown {
  const [resource = "", method = ""] = name.split(".");
  const owner = Reflect.get(client, resource) as object;
  const found: unknown = Reflect.get(owner, method);
  if (typeof found !== "function") throw new Error(`the client has no method ${name}`);
  return (...given) => Reflect.apply(found, owner, given);
}
