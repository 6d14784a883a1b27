import { suggestion } from "../input/nearest-name.ts";
import type { OperationId } from "../spec/operation.ts";
import type { OperationRequests } from "../spec/operation-requests.gen.ts";
import type { ValidationError } from "../spec/request-validator.ts";
import { requestValidators } from "../spec/request-validators.gen.ts";
import type { ScenarioPath } from "./scenario-error.ts";
import { ScenarioError } from "./scenario-error.ts";
import type { Fields } from "./scenario-fields.ts";

/** The names below the fields of a request that a scenario is most likely to misspell. */
const NESTED = [
  "schedules",
  "start_date",
  "end_date",
  "name",
  "timing",
  "from",
  "to",
  "days",
  "timezone",
  "steps",
  "type",
  "delay",
  "delay_unit",
  "pre_delay",
  "pre_delay_unit",
  "variants",
  "subject",
  "body",
  "v_disabled",
];

/**
 * Validates a part of a scenario as the body of a request, and adds the defaults of the API.
 *
 * @throws ScenarioError for a wrong value, and for a name that the API would ignore.
 */
export function requestBody<Id extends OperationId>(
  operation: Id,
  given: Fields,
  path: ScenarioPath,
): OperationRequests[Id]["body"] {
  const body = structuredClone(given);
  const validate = requestValidators[operation].body;
  if (validate !== undefined && !validate(body)) {
    const [error] = validate.errors ?? [];
    throw error === undefined ? new ScenarioError(path, "is invalid") : valueError(error, given, path);
  }
  rejectLost(given, body, path);
  return body as OperationRequests[Id]["body"];
}

function valueError(error: ValidationError, given: unknown, path: ScenarioPath): ScenarioError {
  const inner = error.instancePath
    .split("/")
    .slice(1)
    .map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~"))
    .map((part) => (/^\d+$/.test(part) ? Number(part) : part));
  let value: unknown = given;
  for (const part of inner) value = (value as Readonly<Record<string, unknown>> | undefined)?.[part];
  const { allowedValues } =
    (error as { readonly params?: { readonly allowedValues?: readonly unknown[] } }).params ?? {};
  const close = typeof value === "string" && allowedValues ? suggestion(value, allowedValues.map(String)) : "";
  return new ScenarioError([...path, ...inner], `${error.message ?? "is invalid"}${close}`);
}

/** Throws for a name that validation has removed. */
function rejectLost(given: unknown, kept: unknown, path: ScenarioPath): void {
  if (typeof given !== "object" || given === null || typeof kept !== "object" || kept === null) return;
  for (const [name, value] of Object.entries(given)) {
    const part = Array.isArray(given) ? Number(name) : name;
    if (!Object.hasOwn(kept, name)) {
      throw new ScenarioError([...path, part], `is unknown${suggestion(name, NESTED)}`, true);
    }
    rejectLost(value, (kept as Fields)[name], [...path, part]);
  }
}
