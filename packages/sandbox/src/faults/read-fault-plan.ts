import { describeValue } from "../input/describe-value.ts";
import { suggestion } from "../input/nearest-name.ts";
import type { OperationId } from "../spec/operation.ts";
import { operations } from "../spec/operations.gen.ts";
import type { Fault, FaultPlan } from "./fault.ts";

/** A field of a fault. */
export interface FaultField {
  readonly name: string;
  readonly type: "string" | "number" | "boolean";
  /** The values that it can have, if they are few. */
  readonly choices?: readonly string[];
  /** In words, for a hint. */
  readonly expected: string;
  readonly isRequired: boolean;
}

type Check = (value: unknown) => boolean;
type Field = Omit<FaultField, "name" | "isRequired"> & { readonly check: Check; readonly required?: true };
type Fields = Readonly<Record<string, Field>>;

const isStatus: Check = (value) => Number.isInteger(value) && Number(value) >= 200 && Number(value) <= 599;
const isCount: Check = (value) => Number.isInteger(value) && Number(value) >= 0 && Number(value) <= 600_000;
const isText: Check = (value) => typeof value === "string";
const isBoolean: Check = (value) => typeof value === "boolean";
/** A valid header value of reasonable length. */
const isHeader: Check = (value) => typeof value === "string" && /^[ -~]{1,100}$/.test(value);
const status = { type: "number", expected: "an HTTP status from 200 to 599", check: isStatus } as const;
const retryAfter = { type: "string", expected: "a Retry-After header value", check: isHeader } as const;
const afterCommit = { type: "boolean", expected: "true or false", check: isBoolean } as const;
const moments = ["before_commit", "after_commit"] as const;

const KINDS: Readonly<Record<Fault["kind"], Fields>> = {
  status: {
    status: { ...status, required: true },
    message: { type: "string", expected: "a string", check: isText },
    retryAfter,
    afterCommit,
  },
  delay: {
    delayMs: { type: "number", expected: "milliseconds from 0 to 600000", check: isCount, required: true },
    when: {
      type: "string",
      choices: moments,
      expected: moments.map((name) => `"${name}"`).join(" or "),
      check: (value) => moments.some((name) => name === value),
    },
  },
  drop_before_commit: {},
  drop_after_commit: {},
  truncated_body: {},
  html_page: { status, afterCommit },
  rate_limit_storm: { retryAfter },
};

/**
 * Validates a planned fault: `{ operation, times?, fault: { kind, ... } }`.
 *
 * @throws TypeError naming the field, what was expected and the nearest known value.
 */
export function readFaultPlan(given: unknown): FaultPlan {
  const { operation = "*", times = 1, fault, ...rest } = object("the fault plan", given);
  rejectUnknown("", Object.keys(rest), ["operation", "times", "fault"]);
  if (!Number.isInteger(times) || Number(times) < 1) wrong("times", "a whole number from 1", times);
  return { operation: findOperation(operation), times: Number(times), fault: readFault(fault) };
}

/** The fields of each kind of fault, for forms. */
export const faultFields: Readonly<Record<Fault["kind"], readonly FaultField[]>> = Object.fromEntries(
  Object.entries(KINDS).map(([kind, fields]) => [
    kind,
    Object.entries(fields).map(([name, { check: _, required, ...field }]) => ({
      name,
      ...field,
      isRequired: required === true,
    })),
  ]),
) as Record<Fault["kind"], FaultField[]>;

function readFault(given: unknown): Fault {
  const { kind, ...fields } = object("fault", given);
  const kinds = Object.keys(KINDS);
  if (typeof kind !== "string" || !Object.hasOwn(KINDS, kind)) {
    wrong("fault.kind", `one of ${kinds.join(", ")}`, kind, typeof kind === "string" ? suggestion(kind, kinds) : "");
  }
  const known = KINDS[kind as Fault["kind"]];
  rejectUnknown("fault.", Object.keys(fields), ["kind", ...Object.keys(known)]);
  for (const [name, { expected, check, required }] of Object.entries(known)) {
    const value = fields[name];
    if (value === undefined ? required === true : !check(value)) wrong(`fault.${name}`, expected, value);
  }
  return { kind, ...fields } as Fault;
}

/**
 * The id of an operation from its id, its action name, or `*`.
 *
 * @throws TypeError naming the nearest operation.
 */
export function findOperation(name: unknown): OperationId | "*" {
  if (name === "*") return "*";
  const found = Object.values(operations).find(({ id, action }) => id === name || (action !== null && action === name));
  if (found !== undefined) return found.id;
  const names = Object.values(operations).flatMap(({ id, action }) => [id, ...(action === null ? [] : [action])]);
  return wrong(
    "operation",
    `"*" or one of ${names.join(", ")}`,
    name,
    typeof name === "string" ? suggestion(name, names) : "",
  );
}

function object(name: string, value: unknown): Record<string, unknown> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return wrong(name, "an object", value);
  return value as Record<string, unknown>;
}

function rejectUnknown(prefix: string, names: readonly string[], known: readonly string[]): void {
  for (const name of names) {
    if (!known.includes(name)) {
      throw new TypeError(
        `${prefix}${name.slice(0, 200)} is unknown; known are ${known.join(", ")}${suggestion(name, known)}`,
      );
    }
  }
}

function wrong(name: string, expected: string, found: unknown, close = ""): never {
  throw new TypeError(`${name}: expected ${expected}, found ${describeValue(found)}${close}`);
}
