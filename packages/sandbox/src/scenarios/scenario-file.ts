import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import type * as Yaml from "yaml";
import { packageFolder } from "../package-folder.ts";
import type { Scenario } from "./read-scenario.ts";
import { readScenario } from "./read-scenario.ts";
import { ScenarioError } from "./scenario-error.ts";

const MAX_CHARACTERS = 16_000_000;

/**
 * Reads a scenario from a file.
 *
 * @throws TypeError naming the file, the line and what was expected.
 */
export function readScenarioFile(file: string): Scenario {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (error) {
    throw new TypeError(`scenario: ${file} cannot be read: ${(error as Error).message}`, { cause: error });
  }
  return readScenarioText(text, file);
}

/**
 * Reads a scenario from YAML, of which JSON is a part.
 *
 * @param name of the text in error messages.
 * @throws TypeError naming the line and what was expected.
 */
export function readScenarioText(text: string, name: string): Scenario {
  if (text.length > MAX_CHARACTERS) {
    throw new TypeError(`${name}: expected at most ${MAX_CHARACTERS} characters, found ${text.length}`);
  }
  const { LineCounter, parseDocument } = yaml();
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const [error] = document.errors;
  if (error !== undefined) {
    throw new TypeError(`${name}:${lines.linePos(error.pos[0]).line}: ${error.message}`, { cause: error });
  }
  const located = (problem: unknown): unknown => {
    if (!(problem instanceof ScenarioError)) return problem;
    const offset = offsetOf(document, problem);
    const line = offset === undefined ? "" : `:${lines.linePos(offset).line}`;
    return new TypeError(`${name}${line}: ${problem.message}`, { cause: problem });
  };
  try {
    const scenario = readScenario(document.toJS({ maxAliasCount: 1000 }));
    const prepare: Scenario["prepare"] = (context) => {
      try {
        scenario.prepare(context);
      } catch (problem) {
        throw located(problem);
      }
    };
    return { ...scenario, prepare };
  } catch (problem) {
    if (problem instanceof ReferenceError) throw new TypeError(`${name}: ${problem.message}`, { cause: problem });
    throw located(problem);
  }
}

/** The offset of the value or of the name at a path, or that of the nearest one around it. */
function offsetOf(document: Yaml.Document, { path, isName }: ScenarioError): number | undefined {
  const { isMap, isNode, isScalar } = yaml();
  for (let length = path.length; length >= 0; length -= 1) {
    const parent = length === 0 ? document.contents : document.getIn(path.slice(0, length - 1), true);
    const name = path[length - 1];
    if (isMap(parent)) {
      const pair = parent.items.find(({ key }) => isScalar(key) && String(key.value) === String(name));
      const node = isName || !isNode(pair?.value) ? pair?.key : pair.value;
      if (isNode(node) && node.range) return node.range[0];
    }
    const node = length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return undefined;
}

let loaded: typeof Yaml | undefined;

/** The YAML library. It is loaded on first use, because most sandboxes read no file. */
function yaml(): typeof Yaml {
  loaded ??= createRequire(path.join(packageFolder(), "package.json"))("yaml") as typeof Yaml;
  return loaded;
}
