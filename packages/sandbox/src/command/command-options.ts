import { parseArgs } from "node:util";
import { suggestion } from "../input/nearest-name.ts";
import { listeningAddress } from "../options/listening-address.ts";
import type { ScenarioName, StartSandboxOptions } from "../options/sandbox-options.ts";
import { isScenarioFile, withDefaults } from "../options/sandbox-options.ts";
import { findScenario } from "../scenarios/scenarios.ts";
import type { Mode } from "../serialize/mode.ts";

/** The parsed command line. */
export interface CommandOptions {
  readonly help: boolean;
  readonly version: boolean;
  /** Whether to open the page in the browser. */
  readonly open: boolean;
  readonly sandbox: StartSandboxOptions;
}

const known = {
  port: { type: "string" },
  host: { type: "string" },
  mode: { type: "string" },
  seed: { type: "string" },
  snapshot: { type: "string" },
  scenario: { type: "string" },
  "allowed-hosts": { type: "string", multiple: true },
  open: { type: "boolean", default: false },
  "no-ui": { type: "boolean", default: false },
  help: { type: "boolean", short: "h", default: false },
  version: { type: "boolean", short: "v", default: false },
} as const;

const names = Object.keys(known).map((name) => `--${name}`);

/**
 * Parses the arguments of the command.
 *
 * @throws UsageError naming the option, what was expected and the nearest known option.
 */
export function commandOptions(words: readonly string[]): CommandOptions {
  const { port, host, mode, seed, snapshot, scenario, help, version, open, ...others } = parse(words);
  const { "no-ui": noUi, "allowed-hosts": allowed } = others;
  if (open && noUi) throw new UsageError("--open: not allowed with --no-ui");
  if (port !== undefined && !/^\d+$/.test(port)) {
    throw new UsageError(`--port: expected a whole number from 0 to 65535, found ${JSON.stringify(port)}`);
  }
  const sandbox: StartSandboxOptions = {
    ...(port === undefined ? {} : { port: Number(port) }),
    ...(host === undefined ? {} : { host }),
    ...(allowed === undefined ? {} : { allowedHosts: allowed.flatMap((list) => list.split(",")) }),
    ...(noUi ? { ui: false } : {}),
    ...(mode === undefined ? {} : { mode: mode as Mode }),
    ...(seed === undefined ? {} : { seed }),
    ...(snapshot === undefined ? {} : { snapshotFile: snapshot }),
    ...(scenario === undefined ? {} : { scenario: scenario as ScenarioName }),
  };
  try {
    if (scenario !== undefined && !isScenarioFile(scenario)) findScenario(scenario);
    withDefaults(sandbox);
    listeningAddress(sandbox);
  } catch (error) {
    throw new UsageError(asOption((error as Error).message));
  }
  return { help, version, open, sandbox };
}

/** Replaces the option names of the library in a message by those of the command. */
function asOption(message: string): string {
  return message
    .replace(/^Sandbox option snapshotFile:/, "--snapshot:")
    .replace(/^Sandbox option allowedHosts:/, "--allowed-hosts:")
    .replace(/^Sandbox option (\w+):/, "--$1:")
    .replace("needs allowedHosts,", "needs --allowed-hosts,")
    .replace(/^scenario:/, "--scenario:");
}

function parse(words: readonly string[]): ReturnType<typeof parseKnown> {
  try {
    return parseKnown(words);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const word = /'([^']*)'/.exec(message)?.[1] ?? "";
    const others = suggestion(word, names) || `; known are ${names.join(", ")}`;
    if (code === "ERR_PARSE_ARGS_UNKNOWN_OPTION") throw new UsageError(`${word} is unknown${others}`);
    if (code === "ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL") {
      throw new UsageError(`unexpected ${JSON.stringify(word)}${others}`);
    }
    throw new UsageError(message.split("\n")[0] ?? message);
  }
}

function parseKnown(words: readonly string[]): {
  readonly [Name in "port" | "host" | "mode" | "seed" | "snapshot" | "scenario"]?: string;
} & {
  readonly "allowed-hosts"?: string[];
} & { readonly [Name in "help" | "version" | "open" | "no-ui"]: boolean } {
  return parseArgs({ args: [...words], options: known, strict: true, allowPositionals: false }).values;
}

/** An invalid command line. The message is one line. */
export class UsageError extends Error {
  constructor(message: string) {
    super(message);
    this.name = "UsageError";
  }
}
