/** The place of a value in a scenario: property names and indexes from the top. */
export type ScenarioPath = readonly (string | number)[];

/** A mistake in a scenario. */
export class ScenarioError extends TypeError {
  readonly path: ScenarioPath;
  /** Whether the mistake is the name of the property, not its value. */
  readonly isName: boolean;

  constructor(path: ScenarioPath, message: string, isName = false) {
    super(`${pathText(path)}: ${message}`);
    this.name = "ScenarioError";
    this.path = path;
    this.isName = isName;
  }
}

/** A path such as `campaigns[0].leads[2].email`. */
function pathText(path: ScenarioPath): string {
  const text = path.map((part) => (typeof part === "number" ? `[${part}]` : `.${part}`)).join("");
  return text === "" ? "the scenario" : text.replace(/^\./, "").slice(0, 300);
}
