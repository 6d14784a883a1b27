import { ApiError } from "../api-error.ts";
import type { RequestValidator, ValidationError } from "../spec/request-validator.ts";
import { requestValidators } from "../spec/request-validators.gen.ts";
import type { Call } from "./call.ts";

/** A call that does not match its schema. */
export class InvalidCallError extends ApiError {
  /** The violated JSON Schema keywords. */
  readonly keywords: readonly string[];

  constructor(part: string, errors: readonly ValidationError[]) {
    super(
      400,
      errors.map(({ instancePath, message }) => `${part}${instancePath} ${message ?? "is invalid"}`).join(", "),
    );
    this.keywords = errors.map(({ keyword }) => keyword);
  }
}

/**
 * Validates all parts of a call. It coerces values, adds defaults and removes unknown keys in place.
 *
 * @throws InvalidCallError with the message of the API.
 */
export function validateCall({ operation, params, query, body }: Call): void {
  const validators = requestValidators[operation.id];
  validatePart("params", validators.params, params);
  validatePart("body", validators.body, body ?? null);
  validatePart("querystring", validators.querystring, query);
}

function validatePart(part: string, validate: RequestValidator | undefined, value: unknown): void {
  if (validate !== undefined && !validate(value)) throw new InvalidCallError(part, validate.errors ?? []);
}
