import type { CallOptions, IterateOptions } from "../call/call-options.ts";
import type { Iteration } from "../pagination/iteration.ts";
import type { ApiListRequest, ApiRequest, ApiResult } from "./api-request.ts";

/** `request` and `request.iterate` with the types of an openapi-typescript document. */
export interface TypedRequest<Paths extends object> {
  /** Requests a route of the document. */
  <const Path extends keyof Paths & string, const Method extends MethodOf<Paths[Path]>>(
    request: RequestOf<OperationAt<Paths[Path], Method>, Path, Method>,
  ): Promise<ApiResult<DataOf<OperationAt<Paths[Path], Method>>>>;
  /** Iterates over a list of the document; its items are of type `never` if the response has no `items`. */
  iterate<const Path extends keyof Paths & string, const Method extends MethodOf<Paths[Path]>>(
    request: Omit<RequestOf<OperationAt<Paths[Path], Method>, Path, Method>, keyof CallOptions>,
    options?: IterateOptions,
  ): Iteration<ItemOf<DataOf<OperationAt<Paths[Path], Method>>>>;
}

/**
 * Returns `client.request` with the types of a document, as openapi-typescript writes them. It is not a method of the
 * client, so that two versions of this package accept each other's clients.
 */
export function typedRequest<Paths extends object>(client: {
  readonly request: {
    (request: ApiRequest): Promise<ApiResult>;
    iterate(request: ApiListRequest, options?: IterateOptions): Iteration<unknown>;
  };
}): TypedRequest<Paths> {
  return client.request as TypedRequest<Paths>;
}

/** The methods of a path in capital letters. */
type MethodOf<Item> = {
  [Method in ApiRequest["method"]]: Lowercase<Method> extends keyof Item
    ? undefined extends Item[Lowercase<Method>]
      ? never
      : Method
    : never;
}[ApiRequest["method"]];

type OperationAt<Item, Method extends string> = Lowercase<Method> extends keyof Item ? Item[Lowercase<Method>] : never;

type RequestOf<Operation, Path extends string, Method extends string> = CallOptions &
  Pick<ApiRequest, "effect"> & { readonly path: Path; readonly method: Method } & Part<
    "params",
    Parameters<Operation, "path">
  > &
  Part<"query", Parameters<Operation, "query">> &
  Part<"body", BodyOf<Operation>>;

/** A part of a request: absent if the operation has none, and optional if all its fields are. */
type Part<Name extends string, Value> = [Value] extends [never]
  ? { readonly [Key in Name]?: never }
  : Record<never, never> extends Value
    ? { readonly [Key in Name]?: Value }
    : undefined extends Value
      ? { readonly [Key in Name]?: Value }
      : { readonly [Key in Name]: Value };

type Parameters<Operation, Place extends "path" | "query"> = Operation extends {
  readonly parameters: { readonly [Key in Place]?: infer Value };
}
  ? Exclude<Value, undefined>
  : never;

type BodyOf<Operation> = Operation extends { readonly requestBody?: infer Body }
  ? Body extends { readonly content: { readonly "application/json": infer Json } }
    ? Json | (undefined extends Operation["requestBody" & keyof Operation] ? undefined : never)
    : never
  : never;

/** The JSON of the successful responses. */
type DataOf<Operation> = Operation extends { readonly responses: infer Responses }
  ? JsonOf<Responses[keyof Responses & (200 | 201 | 202 | 203 | 204)]>
  : unknown;

type JsonOf<Response> = Response extends { readonly content: { readonly "application/json": infer Json } }
  ? Json
  : undefined;

type ItemOf<Data> = Data extends { readonly items?: readonly (infer Item)[] | null } ? Item : never;
