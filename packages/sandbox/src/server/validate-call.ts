import { Refusal } from "../refusal.ts";
import type { ValidationError } from "../request-validator.ts";
import { requestValidators } from "../request-validators.gen.ts";
import type { Call } from "./call.ts";

/** A call that its schema refuses. */
export class InvalidCall extends Refusal {
  /** The keywords of JSON Schema that it breaks. */
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
 * Checks every part of a call and brings it into shape.
 *
 * @throws InvalidCall in the words of the API.
 */
export function validateCall({ operation, params, query, body }: Call): void {
  const validators = requestValidators[operation.id];
  const parts = { params, body: body ?? null, querystring: query };
  for (const [part, value] of Object.entries(parts)) {
    const validate = validators[part as keyof typeof parts];
    if (validate !== undefined && !validate(value)) throw new InvalidCall(part, validate.errors ?? []);
  }
}
