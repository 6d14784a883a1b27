import { describeValue } from "../input/describe-value.ts";
import { duration } from "../input/duration.ts";
import { suggestion } from "../input/nearest-name.ts";
import type { ScenarioPath } from "./scenario-error.ts";
import { ScenarioError } from "./scenario-error.ts";

/** An object of a scenario. */
export type Fields = Readonly<Record<string, unknown>>;

/** Checks that a value is an object with known names only. */
export function fieldsOf(value: unknown, path: ScenarioPath, known: readonly string[]): Fields {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new ScenarioError(path, `expected an object with ${known.join(", ")}, found ${describeValue(value)}`);
  }
  for (const name of Object.keys(value)) rejectUnknown(name, path, known);
  return value as Fields;
}

/** Throws for a name that is not known. */
export function rejectUnknown(name: string, path: ScenarioPath, known: readonly string[]): void {
  if (known.includes(name)) return;
  const close = suggestion(name, known);
  throw new ScenarioError([...path, name], `is unknown${close || `; known are ${known.join(", ")}`}`, true);
}

/** A list; an absent one is empty. */
export function listOf(value: unknown, path: ScenarioPath): readonly unknown[] {
  if (value === undefined || value === null) return [];
  if (Array.isArray(value)) return value;
  throw new ScenarioError(path, `expected a list, found ${describeValue(value)}`);
}

/** A text that is not empty. */
export function textOf(value: unknown, path: ScenarioPath): string {
  if (typeof value === "string" && value.trim() !== "") return value;
  throw new ScenarioError(path, `expected a text, found ${describeValue(value)}`);
}

/** true or false; an absent value is false. */
export function booleanOf(value: unknown, path: ScenarioPath): boolean {
  if (value === undefined) return false;
  if (typeof value === "boolean") return value;
  throw new ScenarioError(path, `expected true or false, found ${describeValue(value)}`);
}

/** A whole number in a range. */
export function integerOf(value: unknown, path: ScenarioPath, least: number, most: number): number {
  if (Number.isInteger(value) && Number(value) >= least && Number(value) <= most) return Number(value);
  throw new ScenarioError(path, `expected a whole number from ${least} to ${most}, found ${describeValue(value)}`);
}

/** A duration in milliseconds. */
export function durationOf(value: unknown, path: ScenarioPath): number {
  try {
    return duration(value);
  } catch (error) {
    throw new ScenarioError(path, (error as Error).message);
  }
}
