import { parseArgs } from "node:util";
import type { ActionName } from "@modulex-instantly/actions";
import { CHOICES, MOST } from "./allowed-values.ts";
import { settingsOf, TOKEN_VARIABLE } from "./environment-settings.ts";
import { didYouMean } from "./nearest-name.ts";
import { SettingsError } from "./settings-error.ts";
import { readToolNames } from "./tool-selection.ts";

/** How a person agrees to a write: by a form of the host, by a preview and a token, or not at all. */
export type ConfirmSetting = "person" | "two-step" | "off";

/** The parsed settings of the command. */
export interface CommandOptions {
  readonly help: boolean;
  readonly version: boolean;
  /** The named write tools. */
  readonly allow: readonly ActionName[];
  readonly confirm: ConfirmSetting;
  readonly schemas: "lean" | "full";
  readonly sandbox: boolean;
  readonly scenario: string;
  readonly http: boolean;
  readonly host: string;
  readonly port: number;
  readonly allowedHosts: readonly string[];
  readonly allowedOrigins: readonly string[];
  readonly redis: string | undefined;
  readonly maxBodyKb: number;
  /** When a write needs a person after incoming mail was read. */
  readonly afterMail: "every-write" | "new-contacts";
  readonly repliesPerHour: number | undefined;
  readonly activationsPerHour: number | undefined;
  readonly maxDeletes: number | undefined;
}

/** Every flag. A flag with a value can also be set by an environment variable, `INSTANTLY_MCP_ALLOW` for `--allow`. */
const flags = {
  allow: { type: "string" },
  confirm: { type: "string" },
  schemas: { type: "string" },
  sandbox: { type: "boolean" },
  scenario: { type: "string" },
  http: { type: "boolean" },
  host: { type: "string" },
  port: { type: "string" },
  "allowed-hosts": { type: "string" },
  "allowed-origins": { type: "string" },
  redis: { type: "string" },
  "max-body-kb": { type: "string" },
  "after-mail": { type: "string" },
  "replies-per-hour": { type: "string" },
  "activations-per-hour": { type: "string" },
  "max-deletes": { type: "string" },
  help: { type: "boolean", short: "h" },
  version: { type: "boolean", short: "v" },
} as const;

type Flag = keyof typeof flags;

const names = Object.keys(flags) as Flag[];
const LOOPBACK = ["127.0.0.1", "::1", "localhost"];

/** Whether a host is an address of this machine. */
function isLoopback(host: string): boolean {
  return LOOPBACK.includes(host);
}

/**
 * Reads the flags and the environment. A flag takes precedence over its variable; an empty variable counts as not set.
 *
 * @throws SettingsError naming the setting, what was expected and the nearest known one.
 */
export function commandOptions(
  words: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): CommandOptions {
  const given = { ...settingsOf(environment, flags), ...parse(words) };
  const text = (flag: Flag): string | undefined => {
    const value = given[flag];
    if (value === "") throw new SettingsError(`--${flag}: expected a value`);
    return typeof value === "string" ? value : undefined;
  };
  const list = (flag: Flag): readonly string[] =>
    text(flag)
      ?.split(",")
      .map((entry) => entry.trim()) ?? [];
  const allow = text("allow");
  const options: CommandOptions = {
    help: given["help"] === true,
    version: given["version"] === true,
    allow: allow === undefined ? [] : readToolNames("--allow", allow),
    confirm: choice("confirm", text("confirm") ?? "person", CHOICES.confirm),
    schemas: choice("schemas", text("schemas") ?? "lean", CHOICES.schemas),
    sandbox: given["sandbox"] === true,
    scenario: choice("scenario", text("scenario") ?? "replies", ["empty", "outreach", "replies", "pages"]),
    http: given["http"] === true,
    host: text("host") ?? "127.0.0.1",
    port: wholeNumber("port", text("port"), 0, 65_535) ?? 8787,
    allowedHosts: list("allowed-hosts").map(hostName),
    allowedOrigins: list("allowed-origins").map(origin),
    redis: text("redis"),
    maxBodyKb: wholeNumber("max-body-kb", text("max-body-kb"), 1, 65_536) ?? 1024,
    afterMail: choice("after-mail", text("after-mail") ?? "every-write", CHOICES.afterMail),
    repliesPerHour: wholeNumber("replies-per-hour", text("replies-per-hour"), 0, MOST.repliesPerHour),
    activationsPerHour: wholeNumber("activations-per-hour", text("activations-per-hour"), 0, MOST.activationsPerHour),
    maxDeletes: wholeNumber("max-deletes", text("max-deletes"), 0, MOST.maxDeletes),
  };
  checkTogether(options, given);
  if (!options.http && environment[TOKEN_VARIABLE]?.trim()) throw new SettingsError(`${TOKEN_VARIABLE} needs --http`);
  return options;
}

function checkTogether(options: CommandOptions, given: Readonly<Record<string, unknown>>): void {
  const httpOnly = ["host", "port", "allowed-hosts", "allowed-origins", "max-body-kb"] as const;
  const stray = options.http ? undefined : httpOnly.find((flag) => given[flag] !== undefined);
  if (stray !== undefined) throw new SettingsError(`--${stray} needs --http`);
  if (given["scenario"] !== undefined && !options.sandbox) throw new SettingsError("--scenario needs --sandbox");
  if (!isLoopback(options.host) && options.allowedHosts.length === 0) {
    throw new SettingsError(
      `--host ${options.host} needs --allowed-hosts with the names that clients use, such as mcp.example.com`,
    );
  }
  if (options.redis !== undefined && !/^rediss?:\/\/[^/]/.test(options.redis)) {
    throw new SettingsError("--redis: expected a URL such as redis://127.0.0.1:6379");
  }
}

function parse(words: readonly string[]): Readonly<Record<string, string | boolean | undefined>> {
  const repeated = names.find((name) => words.filter((word) => word.split("=")[0] === `--${name}`).length > 1);
  if (repeated !== undefined) throw new SettingsError(`--${repeated} is given more than once`);
  try {
    return parseArgs({ args: [...words], options: flags, strict: true, allowPositionals: false }).values;
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const word = /'([^']*)'/.exec(message)?.[1] ?? "";
    const known = names.map((name) => `--${name}`);
    const hint = didYouMean(word.split("=")[0] ?? "", known) || `; the flags are ${known.join(", ")}`;
    if (code === "ERR_PARSE_ARGS_UNKNOWN_OPTION") throw new SettingsError(`${word.slice(0, 80)} is unknown${hint}`);
    if (code === "ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL") {
      // The word may be a key: it is not quoted.
      throw new SettingsError("unexpected argument without a flag; a key belongs in INSTANTLY_API_KEY");
    }
    const flag = /--[\w-]+/.exec(message)?.[0] ?? "an option";
    const isSwitch = message.includes("does not take");
    throw new SettingsError(
      isSwitch ? `${flag} takes no value` : `${flag}: expected a value; one that begins with - needs ${flag}=VALUE`,
    );
  }
}

function choice<Value extends string>(flag: Flag, value: string, choices: readonly Value[]): Value {
  const found = choices.find((candidate) => candidate === value);
  if (found !== undefined) return found;
  const given = JSON.stringify(value.slice(0, 80));
  throw new SettingsError(`--${flag}: expected ${choices.join(", ")}, found ${given}${didYouMean(value, choices)}`);
}

function wholeNumber(flag: Flag, value: string | undefined, least: number, most: number): number | undefined {
  if (value === undefined) return undefined;
  if (!/^\d{1,9}$/.test(value) || Number(value) < least || Number(value) > most) {
    throw new SettingsError(`--${flag}: expected a whole number from ${least} to ${most}`);
  }
  return Number(value);
}

function hostName(text: string): string {
  if (
    /^([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)*[a-z0-9]([a-z0-9-]*[a-z0-9])?(:\d{1,5})?$|^\[[0-9a-f:]+\](:\d{1,5})?$/i.test(
      text,
    ) &&
    Number(/:(\d+)$/.exec(text)?.[1] ?? 0) <= 65_535
  ) {
    return text.toLowerCase();
  }
  throw new SettingsError(
    `--allowed-hosts: expected host names such as mcp.example.com or mcp.example.com:8787, found ${JSON.stringify(text)}`,
  );
}

function origin(text: string): string {
  try {
    const url = new URL(text);
    if (["http:", "https:"].includes(url.protocol) && url.origin === text.toLowerCase()) return url.origin;
  } catch {
    // Not a URL.
  }
  throw new SettingsError(
    `--allowed-origins: expected origins such as https://app.example.com, found ${JSON.stringify(text)}`,
  );
}
