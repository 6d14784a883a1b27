import type { FastifySchemaCompiler } from "fastify";
import type { OperationId } from "./operation.ts";

/** A compiled validator: coerces, fills in defaults and drops unknown keys in place, as Fastify's own does. */
export type RequestValidator = ReturnType<FastifySchemaCompiler<unknown>>;

/** The validators of every operation, by the part of the request. */
export type RequestValidators = Readonly<
  Record<OperationId, { readonly [part in "params" | "querystring" | "body"]?: RequestValidator }>
>;
