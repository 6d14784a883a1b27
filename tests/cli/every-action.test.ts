import { describe, expect, test } from "vitest";
import { actionCommands } from "../../packages/cli/src/catalog/action-command.ts";
import { typedFlag } from "../../packages/cli/src/catalog/parameter.ts";
import { operationRows } from "../operations.ts";
import { cli, newHome } from "./support/cli-run.ts";

const commands = actionCommands();
const cases = Object.values(operationRows).flatMap(({ action }) => (action === null ? [] : [action]));
const home = newHome();

/** Skips the checks of the command, which are tested elsewhere, where there are some. */
function unchecked(name: string): string[] {
  const { action, parameters } = commands.find((command) => command.action.name === name) ?? {};
  const hasChecks = parameters?.some((parameter) => ["sequences", "email_list"].includes(parameter.name));
  return hasChecks || action?.effect === "send" ? ["--skip-checks"] : [];
}

/** The words that give an action its input. */
function wordsOf(name: string, input: Readonly<Record<string, unknown>>): string[] {
  const command = commands.find(({ action }) => action.name === name);
  if (command === undefined) throw new Error(`${name} has no command`);
  const words = Object.entries(input).flatMap(([parameter, value]): string[] => {
    const flag = typedFlag(parameter);
    if (typeof value === "boolean") return [value ? flag : flag.replace("--", "--no-")];
    const isList = Array.isArray(value) && value.every((item) => typeof item === "string");
    if (isList) return value.flatMap((item) => [flag, String(item)]);
    return [flag, typeof value === "object" ? JSON.stringify(value) : String(value)];
  });
  return [command.group, command.verb, ...words];
}

test("every action has a case", () => {
  expect(cases.map(({ name }) => name).sort()).toEqual(commands.map(({ action }) => action.name).sort());
});

describe.each(cases)("$name", ({ name, input, sent }) => {
  test("sends with flags what the action sends with the same input", async () => {
    const { code, stdout, stderr } = await cli([...wordsOf(name, input), "--dry-run", ...unchecked(name)], home);
    expect(stderr).toBe("");
    expect(code).toBe(0);
    const { method, path, query, body } = JSON.parse(stdout);
    const pairs = Object.entries<string | string[]>(query).flatMap(([key, values]) =>
      [values].flat().map((value) => [key, value]),
    );
    expect(method).toBe(sent.method);
    expect(pairs.length === 0 ? path : `${path}?${new URLSearchParams(pairs)}`).toBe(
      sent.target.replaceAll("%20", "+"),
    );
    expect(body).toEqual(sent.body ?? null);
  });

  test("sends with --input what it sends with flags", async () => {
    const [group = "", verb = ""] = wordsOf(name, {});
    const words = [group, verb, "--dry-run", ...unchecked(name)];
    const fromStdin = await cli([...words, "--input", "-"], home, { stdin: JSON.stringify(input) });
    const fromFlags = await cli([...wordsOf(name, input), "--dry-run", ...unchecked(name)], home);
    expect(fromStdin).toEqual(fromFlags);
  });

  test("has help with every parameter", async () => {
    const { code, stdout } = await cli([...wordsOf(name, {}), "--help"], home);
    expect(code).toBe(0);
    for (const parameter of Object.keys(input)) expect(stdout).toContain(`[${typedFlag(parameter)}`);
    // Names of actions and parameters mean nothing to somebody who types commands.
    for (const { action } of commands) expect(stdout).not.toMatch(new RegExp(`\\b${action.name}\\b`));
  });
});

test.each(cases.filter(({ rejects }) => rejects.length > 0))(
  "$name refuses what the action refuses, with exit code 2 and without a key",
  async ({ name, rejects }) => {
    for (const [rejected] of rejects) {
      const words = [...wordsOf(name, {}), "--dry-run", ...unchecked(name), "--input", "-"];
      const { code, stderr } = await cli(words, home, { stdin: JSON.stringify(rejected) });
      expect(code).toBe(2);
      expect(stderr).toMatch(/^modulex-instantly: \S/);
    }
  },
);
