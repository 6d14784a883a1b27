import type { OperationId } from "./operation.ts";

/** An error of Ajv. */
export interface ValidationError {
  readonly keyword: string;
  readonly instancePath: string;
  readonly message?: string;
}

/** A compiled validator. It coerces values, adds defaults and removes unknown keys in place, like the API. */
export interface RequestValidator {
  (value: unknown): boolean;
  errors?: readonly ValidationError[] | null;
}

/** The validators of every operation, by the part of the request. */
export type RequestValidators = Readonly<
  Record<OperationId, { readonly [part in "params" | "querystring" | "body"]?: RequestValidator }>
>;
