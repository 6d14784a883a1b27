import { isoTime } from "./iso-time.ts";
import { suggestion } from "./nearest.ts";
import type { SandboxOptions, SandboxSettings, StartSandboxOptions } from "./sandbox-options.ts";
import type { Unknowns } from "./unknowns.ts";
import { defaultUnknowns, unknownChoices } from "./unknowns.ts";

const CHOICES: Readonly<Record<string, readonly string[]>> = {
  mode: ["live", "document"],
  clock: ["manual", "running"],
  limits: ["real", "virtual", "off"],
};
const LOOPBACK = ["127.0.0.1", "::1", "localhost"];
const OWN = ["mode", "seed", "snapshotFile", "start", "clock", "limits", "accounts", "bodyLimit", "unknowns"];

/**
 * Checks the options of a sandbox and fills in the defaults.
 *
 * @throws TypeError naming the option, what was expected and what was found.
 */
export function sandboxSettings(options: SandboxOptions): SandboxSettings {
  const { mode = "live", seed = 1, snapshotFile, start, clock = "manual", limits = "real" } = options;
  refuseUnknown("", Object.keys(options), [...OWN, "port", "host"]);
  for (const [name, choices] of Object.entries(CHOICES)) choose(name, options[name as keyof SandboxOptions], choices);
  if (typeof seed !== "number" && typeof seed !== "string") wrong("seed", "a number or a text", seed);
  if (snapshotFile !== undefined && (typeof snapshotFile !== "string" || snapshotFile === "")) {
    wrong("snapshotFile", "the path of a file", snapshotFile);
  }
  const time = start === undefined ? Date.UTC(2026, 8, 7, 8) : isoTime(start);
  if (!(time >= 0)) wrong("start", "an ISO 8601 time such as 2026-09-07T08:00:00.000Z, from 1970 on", start);
  const bodyLimit = wholeNumber("bodyLimit", options.bodyLimit ?? 1_048_576, 1);
  const { accounts } = options;
  if (
    accounts !== undefined &&
    !(Array.isArray(accounts) && accounts.every((account) => typeof account === "string"))
  ) {
    wrong("accounts", "a list of e-mail addresses", accounts);
  }
  const unknowns = decided(options.unknowns ?? {});
  return { mode, seed, snapshotFile, start: time, clock, limits, accounts, bodyLimit, unknowns };
}

/**
 * Checks where a sandbox is to listen.
 *
 * @throws TypeError for a port out of range and for an address that is not a loopback one.
 */
export function listeningAddress({ port = 0, host = "127.0.0.1" }: StartSandboxOptions): {
  port: number;
  host: string;
} {
  if (!LOOPBACK.includes(host)) wrong("host", `a loopback address (${LOOPBACK.join(", ")})`, host);
  if (wholeNumber("port", port, 0) > 65_535) wrong("port", "a whole number from 0 to 65535", port);
  return { port, host };
}

function decided(given: Partial<Unknowns>): Unknowns {
  refuseUnknown("unknowns.", Object.keys(given), Object.keys(defaultUnknowns));
  for (const [name, choices] of Object.entries(unknownChoices)) {
    choose(`unknowns.${name}`, given[name as keyof Unknowns], choices);
  }
  for (const name of ["interestDelayMs", "firstLookMs"] as const) wholeNumber(`unknowns.${name}`, given[name] ?? 0, 0);
  const { autoInterest, deleteWithoutSelector: text, retryAfterSeconds: seconds } = given;
  choose("unknowns.autoInterest", autoInterest, [true, false]);
  if (seconds != null) wholeNumber("unknowns.retryAfterSeconds", seconds, 0);
  if (text != null && typeof text !== "string") wrong("unknowns.deleteWithoutSelector", "a text or null", text);
  return { ...defaultUnknowns, ...given };
}

function choose(name: string, value: unknown, choices: readonly unknown[]): void {
  if (value === undefined || choices.includes(value)) return;
  const close = suggestion(String(value), choices.map(String));
  wrong(name, `one of ${choices.map((choice) => JSON.stringify(choice)).join(", ")}`, value, close);
}

function wholeNumber(name: string, value: unknown, least: number): number {
  if (typeof value !== "number" || !Number.isInteger(value) || value < least)
    wrong(name, `a whole number from ${least}`, value);
  return value;
}

function refuseUnknown(prefix: string, names: readonly string[], known: readonly string[]): void {
  for (const name of names) {
    if (known.includes(name)) continue;
    throw new TypeError(
      `Sandbox option ${prefix}${name} is unknown${suggestion(name, known) || `; known are ${known.join(", ")}`}`,
    );
  }
}

function wrong(name: string, expected: string, found: unknown, close = ""): never {
  throw new TypeError(`Sandbox option ${name}: expected ${expected}, found ${JSON.stringify(found)}${close}`);
}
