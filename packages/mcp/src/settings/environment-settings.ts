import { didYouMean, misspelt } from "./nearest-name.ts";
import { SettingsError } from "./settings-error.ts";

type Flags = Readonly<Record<string, { readonly type: "string" | "boolean" }>>;

const PREFIX = "INSTANTLY_MCP_";
/** The bearer token that guards a server-side key. It has no flag, because flags are visible to other processes. */
export const TOKEN_VARIABLE = "INSTANTLY_MCP_TOKEN";
const KEY = "INSTANTLY_API_KEY";
const BASE_URL = "INSTANTLY_BASE_URL";
/** Settings that others can hardly mean by a variable without the prefix. Ignoring one would allow more than was meant. */
const GUARDS = /^(?:ALLOW|CONFIRM|SANDBOX|AFTER_MAIL|REPLIES_PER_HOUR|ACTIVATIONS_PER_HOUR|MAX_DELETES|TOKEN)$/;
const OTHER_URL = /^INSTANTLY_?(?:API_?)?(?:BASE_?)?(?:URL|URI|ENDPOINT)$/;

/**
 * The settings in the environment: `INSTANTLY_MCP_ALLOW` for the flag `allow`. An empty variable counts as not set.
 *
 * @throws SettingsError for an unknown variable, or one that looks like a misspelt one.
 */
export function settingsOf(
  environment: Readonly<Record<string, string | undefined>>,
  flags: Flags,
): Readonly<Record<string, string | boolean>> {
  const variables = new Map(Object.keys(flags).map((flag) => [PREFIX + flag.toUpperCase().replaceAll("-", "_"), flag]));
  const known = [...variables.keys(), TOKEN_VARIABLE];
  const found: Record<string, string | boolean> = {};
  for (const [variable, value] of Object.entries(environment)) {
    if (value === undefined || value.trim() === "" || variable === TOKEN_VARIABLE) continue;
    const flag = variables.get(variable);
    if (flag !== undefined) {
      found[flag] = flags[flag]?.type === "boolean" ? readSwitch(variable, value) : value.trim();
      continue;
    }
    const problem = problemWith(variable, known, environment);
    if (problem !== undefined) throw new SettingsError(`${variable} is unknown${problem}`);
  }
  return found;
}

/** Why a variable is no setting although it looks like one. */
function problemWith(
  variable: string,
  known: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): string | undefined {
  const name = variable.toUpperCase();
  if (!isNearPrefix(name)) return undefined;
  if (/^INSTANTLY.*READ_?ONLY/.test(name)) {
    return `: the server only reads unless ${PREFIX}ALLOW names a write; known are ${known.join(", ")}`;
  }
  if (name.startsWith(PREFIX)) {
    const end = name.slice(PREFIX.length);
    const plain = [KEY, BASE_URL].find((other) => other === `INSTANTLY_${end}`);
    // The common prefix would make every name similar.
    const ends = known.map((other) => other.slice(PREFIX.length));
    const hint = didYouMean(end, ends).replace(/"(\w+)"/, `"${PREFIX}$1"`);
    return plain === undefined ? hint || `; known are ${known.join(", ")}` : ` (did you mean "${plain}"?)`;
  }
  const [, rest = ""] = /^INSTANTLY_(\w+)$/.exec(name) ?? [];
  // Without the other server that it was meant to name, calls would reach Instantly.
  const isElsewhere = !/^https:\/\/api\.instantly\.ai(?:\/|$)/.test(environment[variable] ?? "");
  const isUrl = OTHER_URL.test(name) && isElsewhere && !environment[BASE_URL]?.trim();
  const meant = GUARDS.test(rest) ? PREFIX + rest : (misspelt(variable, known) ?? misspelt(variable, [BASE_URL]));
  if (variable === BASE_URL || (meant === undefined && !isUrl)) return undefined;
  return ` (did you mean "${meant ?? BASE_URL}"?)`;
}

/** Few variables of other programs come near, so the environment is searched quickly. */
function isNearPrefix(name: string): boolean {
  return misspelt(name.slice(0, "INSTANTLY".length), ["INSTANTLY"]) !== undefined || name.startsWith("INSTANTLY");
}

function readSwitch(variable: string, value: string): boolean {
  const text = value.trim().toLowerCase();
  if (text === "true" || text === "1") return true;
  if (text === "false" || text === "0") return false;
  throw new SettingsError(`${variable}: expected true or false`);
}
