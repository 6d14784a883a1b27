import { isoTime } from "../input/iso-time.ts";
import { suggestion } from "../input/nearest-name.ts";
import type { Mode } from "../serialize/mode.ts";
import type { Assumptions } from "./assumptions.ts";
import { assumptionChoices, defaultAssumptions } from "./assumptions.ts";

const SCENARIOS = ["empty", "outreach", "replies", "pages"] as const;

/** The name of a prepared workspace. */
export type ScenarioName = (typeof SCENARIOS)[number];

/** The path of a scenario file. */
export type ScenarioFile = `${string}.yaml` | `${string}.yml` | `${string}.json`;

/** Whether a scenario is a file, not a name. */
export function isScenarioFile(scenario: string): scenario is ScenarioFile {
  return /\.(ya?ml|json)$/i.test(scenario);
}

/** The options of a sandbox. All of them have a default. */
export interface SandboxOptions {
  /**
   * The initial state, to which `reset` returns: a name, or the path of a file. Default `empty`. An existing snapshot file
   * takes precedence.
   */
  readonly scenario?: ScenarioName | ScenarioFile;
  /** `live` (default) behaves as the API was observed to, `document` as the published document says. */
  readonly mode?: Mode;
  /** Runs with the same seed are identical: ids, keys, delays. Default 1. */
  readonly seed?: number | string;
  /** Saves the state to this file, so that no acknowledged change is lost. Only one sandbox can use a file at a time. */
  readonly snapshotFile?: string;
  /** The initial virtual time, ISO 8601. Default Monday 2026-09-07T08:00:00.000Z. */
  readonly start?: string;
  /** `manual` (default): the virtual clock only moves on request. `running`: it also follows real time. */
  readonly clock?: "manual" | "running";
  /**
   * The clock of the rate limits: `real` or `virtual` time; `off` disables them. Default: `real` for requests over HTTP, and
   * `off` for calls of `fetch`, which are those of tests.
   */
  readonly limits?: "real" | "virtual" | "off";
  /** The only sending accounts. By default every address in an `email_list` is connected automatically. */
  readonly accounts?: readonly string[];
  /** The maximum size of a request body in bytes. Default 1 MiB. */
  readonly bodyLimit?: number;
  /** How to behave where the behaviour of the API is unknown. */
  readonly assumptions?: Partial<Assumptions>;
}

/** The options of a sandbox with a server. */
export interface StartSandboxOptions extends SandboxOptions {
  /** Default 0: any free port. */
  readonly port?: number;
  /** A loopback address. Default 127.0.0.1. Another one, such as 0.0.0.0, needs `allowedHosts`. */
  readonly host?: string;
  /**
   * The names under which the server may be called, besides loopback with its own port: `sandbox` for any port, or
   * `localhost:8080` for one.
   */
  readonly allowedHosts?: readonly string[];
  /** Whether `/` is the page of the sandbox. Default true. */
  readonly ui?: boolean;
}

/** The options with all defaults. */
export type SandboxSettings = Required<
  Omit<SandboxOptions, "snapshotFile" | "accounts" | "assumptions" | "start" | "limits">
> & {
  readonly snapshotFile: string | undefined;
  readonly limits: SandboxOptions["limits"];
  readonly accounts: readonly string[] | undefined;
  readonly assumptions: Assumptions;
  readonly start: number;
};

const CHOICES: Readonly<Record<string, readonly string[]>> = {
  scenario: SCENARIOS,
  mode: ["live", "document"],
  clock: ["manual", "running"],
  limits: ["real", "virtual", "off"],
};
const OWN = [
  "scenario",
  "mode",
  "seed",
  "snapshotFile",
  "start",
  "clock",
  "limits",
  "accounts",
  "bodyLimit",
  "assumptions",
];

/**
 * Validates the options of a sandbox and adds the defaults.
 *
 * @throws TypeError naming the option, what was expected and what was found.
 */
export function withDefaults(options: SandboxOptions): SandboxSettings {
  const { scenario = "empty", mode = "live", seed = 1, snapshotFile, start, clock = "manual", limits } = options;
  rejectUnknown("", Object.keys(options), [...OWN, "port", "host", "allowedHosts", "ui"]);
  const isFile = typeof scenario === "string" && isScenarioFile(scenario);
  for (const [name, choices] of Object.entries(CHOICES)) {
    if (name === "scenario" && isFile) continue;
    choose(name, options[name as keyof SandboxOptions], choices);
  }
  if (typeof seed !== "number" && typeof seed !== "string") rejectOption("seed", "a number or a string", seed);
  if (snapshotFile !== undefined && (typeof snapshotFile !== "string" || snapshotFile === "")) {
    rejectOption("snapshotFile", "the path of a file", snapshotFile);
  }
  const time = start === undefined ? Date.UTC(2026, 8, 7, 8) : isoTime(start);
  if (!(time >= 0)) rejectOption("start", "an ISO 8601 time such as 2026-09-07T08:00:00.000Z, not before 1970", start);
  const bodyLimit = wholeNumber("bodyLimit", options.bodyLimit ?? 1_048_576, 1);
  const { ui } = options as StartSandboxOptions;
  choose("ui", ui, [true, false]);
  const { accounts } = options;
  if (
    accounts !== undefined &&
    !(Array.isArray(accounts) && accounts.every((account) => typeof account === "string"))
  ) {
    rejectOption("accounts", "an array of email addresses", accounts);
  }
  const assumptions = assumptionsWithDefaults(options.assumptions ?? {});
  return { scenario, mode, seed, snapshotFile, start: time, clock, limits, accounts, bodyLimit, assumptions };
}

function assumptionsWithDefaults(given: Partial<Assumptions>): Assumptions {
  rejectUnknown("assumptions.", Object.keys(given), Object.keys(defaultAssumptions));
  for (const [name, choices] of Object.entries(assumptionChoices)) {
    choose(`assumptions.${name}`, given[name as keyof Assumptions], choices);
  }
  for (const name of ["interestDelayMs", "campaignStartDelayMs"] as const)
    wholeNumber(`assumptions.${name}`, given[name] ?? 0, 0);
  const { autoInterest, deleteWithoutSelector: text, retryAfterSeconds: seconds } = given;
  choose("assumptions.autoInterest", autoInterest, [true, false]);
  if (seconds != null) wholeNumber("assumptions.retryAfterSeconds", seconds, 0);
  if (text != null && typeof text !== "string")
    rejectOption("assumptions.deleteWithoutSelector", "a string or null", text);
  return { ...defaultAssumptions, ...given };
}

function choose(name: string, value: unknown, choices: readonly unknown[]): void {
  if (value === undefined || choices.includes(value)) return;
  const close = suggestion(String(value), choices.map(String));
  rejectOption(name, `one of ${choices.map((choice) => JSON.stringify(choice)).join(", ")}`, value, close);
}

/** Checks a whole number. */
export function wholeNumber(name: string, value: unknown, least: number): number {
  if (typeof value !== "number" || !Number.isInteger(value) || value < least)
    rejectOption(name, `a whole number from ${least}`, value);
  return value;
}

function rejectUnknown(prefix: string, names: readonly string[], known: readonly string[]): void {
  for (const name of names) {
    if (known.includes(name)) continue;
    throw new TypeError(
      `Sandbox option ${prefix}${name} is unknown${suggestion(name, known) || `; known are ${known.join(", ")}`}`,
    );
  }
}

/** Throws for the value of an option. */
export function rejectOption(name: string, expected: string, found: unknown, close = ""): never {
  throw new TypeError(`Sandbox option ${name}: expected ${expected}, found ${JSON.stringify(found)}${close}`);
}
