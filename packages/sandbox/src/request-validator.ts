import type { OperationId } from "./operation.ts";

/** What is wrong with a value, as Ajv says it. */
export interface ValidationError {
  readonly keyword: string;
  readonly instancePath: string;
  readonly message?: string;
}

/** A compiled validator: coerces, fills in defaults and drops unknown keys in place, as the API does. */
export interface RequestValidator {
  (value: unknown): boolean;
  errors?: readonly ValidationError[] | null;
}

/** The validators of every operation, by the part of the request. */
export type RequestValidators = Readonly<
  Record<OperationId, { readonly [part in "params" | "querystring" | "body"]?: RequestValidator }>
>;
