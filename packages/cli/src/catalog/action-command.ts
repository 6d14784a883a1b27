import type { Manifest, ManifestAction } from "@modulex-instantly/actions";
import { readManifest } from "./manifest.ts";
import type { Parameter } from "./parameter.ts";
import { parametersOf } from "./parameter.ts";

/** An action as a command. */
export interface ActionCommand {
  readonly action: ManifestAction;
  /** What it works with, such as `lead-lists`. */
  readonly group: string;
  /** What it does, such as `create`. */
  readonly verb: string;
  readonly parameters: readonly Parameter[];
  /** The parameter that may be given without its flag: the id that the action requires. */
  readonly positional: Parameter | undefined;
}

/** The commands of all actions. Names and flags come from the manifest, so a new action is a new command. */
export function actionCommands(manifest: Manifest = readManifest()): ActionCommand[] {
  const groups = manifest.actions.map(({ scopes }) => scopes[0]?.split(":")[0] ?? "actions");
  const taken = new Set<string>();
  return manifest.actions.map((action, index) => {
    const group = groups[index] ?? "actions";
    const short = verbOf(action.name, group);
    const verb = taken.has(`${group} ${short}`) ? kebab(action.name) : short;
    taken.add(`${group} ${verb}`);
    const parameters = parametersOf(action.input_schema);
    const ids = parameters.filter(({ name, isRequired }) => isRequired && /_u?u?id$/.test(name));
    return { action, group: kebab(group), verb, parameters, positional: ids.length === 1 ? ids[0] : undefined };
  });
}

/** The name of the action without what it works with: `patch` for `patch_campaign`, `reply` for `reply_to_email`. */
function verbOf(name: string, group: string): string {
  const noun = group.split("_");
  const singular = [...noun.slice(0, -1), noun.at(-1)?.replace(/s$/, "") ?? ""];
  const words = name.split("_");
  for (const phrase of [noun, singular]) {
    const at = words.findIndex((_, index) => phrase.every((word, offset) => words[index + offset] === word));
    if (at === -1) continue;
    const rest = [...words.slice(0, at), ...words.slice(at + phrase.length)];
    while (["to", "of", "from", "in"].includes(rest.at(-1) ?? "")) rest.pop();
    if (rest.length > 0) return rest.join("-");
  }
  return kebab(name);
}

function kebab(name: string): string {
  return name.replaceAll("_", "-");
}
