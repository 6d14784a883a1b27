import { describeValue } from "../input/describe-value.ts";
import { suggestion } from "../input/nearest-name.ts";
import type { ScenarioName } from "../options/sandbox-options.ts";
import { builtInScenarios } from "./built-in-scenarios.gen.ts";
import type { Scenario } from "./read-scenario.ts";
import { readScenario } from "./read-scenario.ts";

/** The names and titles of the scenarios. */
export const scenarios: Readonly<Record<ScenarioName, { readonly title: string }>> = builtInScenarios;

/**
 * Finds a scenario by name.
 *
 * @throws TypeError listing the known scenarios.
 */
export function findScenario(name: unknown): Scenario {
  const names = Object.keys(scenarios);
  if (typeof name === "string" && Object.hasOwn(scenarios, name)) {
    return readScenario(builtInScenarios[name as ScenarioName]);
  }
  const close = typeof name === "string" ? suggestion(name, names) : "";
  throw new TypeError(`scenario: expected one of ${names.join(", ")}, found ${describeValue(name)}${close}`);
}
