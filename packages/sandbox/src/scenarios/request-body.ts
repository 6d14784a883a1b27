import { suggestion } from "../input/nearest-name.ts";
import type { OperationId } from "../spec/operation.ts";
import type { OperationRequests } from "../spec/operation-requests.gen.ts";
import type { ValidationError } from "../spec/request-validator.ts";
import { requestValidators } from "../spec/request-validators.gen.ts";
import type { ScenarioPath } from "./scenario-error.ts";
import { ScenarioError } from "./scenario-error.ts";
import type { Fields } from "./scenario-fields.ts";
import { rejectUnknown } from "./scenario-fields.ts";
import { timeZoneSuggestion } from "./time-zone-suggestion.ts";

/** The names in the objects below some fields, which the API does not check. */
const NESTED: Readonly<Record<string, readonly string[]>> = {
  campaign_schedule: ["schedules", "start_date", "end_date"],
  schedules: ["name", "timing", "days", "timezone"],
  timing: ["from", "to"],
  days: ["0", "1", "2", "3", "4", "5", "6"],
  sequences: ["steps"],
  steps: ["type", "delay", "delay_unit", "pre_delay", "pre_delay_unit", "variants"],
  variants: ["subject", "body", "v_disabled"],
};

const IGNORED = Symbol("ignored");

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
  rejectIgnored(given, body, path);
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
  const suggest = inner.at(-1) === "timezone" ? timeZoneSuggestion : suggestion;
  const close = typeof value === "string" && allowedValues ? suggest(value, allowedValues.map(String)) : "";
  return new ScenarioError([...path, ...inner], `${error.message ?? "is invalid"}${close}`);
}

/** Throws for a name that validation has removed, and for one that no object of its kind has. */
function rejectIgnored(given: unknown, kept: unknown, path: ScenarioPath, known?: readonly string[]): void {
  if (typeof given !== "object" || given === null) return;
  for (const [name, value] of Object.entries(given)) {
    const part = Array.isArray(given) ? Number(name) : name;
    if (typeof part === "string" && known !== undefined) rejectUnknown(part, path, known);
    const inner =
      typeof kept === "object" && kept !== null && Object.hasOwn(kept, name) ? (kept as Fields)[name] : IGNORED;
    if (inner === IGNORED) throw new ScenarioError([...path, part], "is unknown", true);
    rejectIgnored(value, inner, [...path, part], typeof part === "number" ? known : NESTED[part]);
  }
}
