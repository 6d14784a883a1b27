import { createInstantlyClient } from "@modulex-instantly/client";
import type { RunningSandbox } from "@modulex-instantly/sandbox";
import { startSandbox } from "@modulex-instantly/sandbox";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { cli, newHome } from "./support/cli-run.ts";

const home = newHome();
let sandbox: RunningSandbox;
let env: Record<string, string>;
let list: string;

/** What servers, or people who write leads, may put into a text. */
const HOSTILE =
  "=1+1\u001b[2J\u001b]0;title\u0007\u009b31mred\u202egnp.exe\u0000\u0008\r\nnew line\u2028x\u200bhidden \u001b]8;;https://evil.example\u001b\\link";

beforeAll(async () => {
  sandbox = await startSandbox({ limits: "off" });
  env = { INSTANTLY_BASE_URL: sandbox.url, INSTANTLY_API_KEY: sandbox.keys.full };
  const client = createInstantlyClient(sandbox.clientOptions);
  list = (await client.leadLists.create({ name: "Autumn" })).id;
  await client.leads.create({
    list_id: list,
    email: "ada@quill.example",
    first_name: HOSTILE,
    company_name: "+49 30 123",
    custom_variables: { city: '@SUM("x")', size: -5 },
  });
  for (const index of Array.from({ length: 120 }, (_, at) => at)) {
    await client.leads.create({ list_id: list, email: `lead-${index}@quill.example` });
  }
});
afterAll(() => sandbox.close());

const run = (...words: string[]) => cli(["leads", "list", "--list-id", list, ...words], home, { env });
const onTerminal = (...words: string[]) =>
  cli(["leads", "list", "--list-id", list, ...words], home, { env, isTerminal: true });

/** Control characters except line breaks and tabs, and marks that reorder text. */
const DANGEROUS = /(?![\n\t\r])[\p{Cc}\u202a-\u202e\u2066-\u2069\u2028\u2029]/u;

describe("texts of others", () => {
  test("reach a terminal without control sequences, and in one line of the table", async () => {
    const { stdout } = await onTerminal("--limit", "2");
    expect(stdout).not.toMatch(DANGEROUS);
    expect(stdout.split("\n").filter((line) => line.includes("ada@quill.example"))).toHaveLength(1);
    expect(stdout).toContain(" =1+1redgnp.exe new");
    // An id is there to be copied.
    expect(stdout).toMatch(/ada@quill\.example .* [\da-f-]{36}$/m);
  });

  test("are complete in JSON, with every control character escaped", async () => {
    for (const format of ["--json", "--ndjson"]) {
      const { stdout } = await run("--limit", "1", format, "--fields", "first_name");
      expect(stdout).not.toMatch(DANGEROUS);
      const row = format === "--json" ? JSON.parse(stdout).leads[0] : JSON.parse(stdout);
      expect(row.first_name).toBe(HOSTILE);
    }
  });

  test("are no formulas in CSV, in any cell", async () => {
    const { stdout } = await run(
      "--limit",
      "1",
      "--csv",
      "--fields",
      "email,first_name,company_name,payload.city,payload.size",
    );
    const [header, ...rest] = stdout.split("\r\n");
    expect(header).toBe("email,first_name,company_name,payload.city,payload.size");
    const line = rest.join("\r\n");
    expect(line).toMatch(/^ada@quill\.example,"'=1\+1/);
    expect(line).toContain(`,'+49 30 123,"'@SUM(""x"")",-5`);
  });

  test("in an error reach stderr without control sequences", async () => {
    sandbox.plan({ operation: "getLead", fault: { kind: "status", status: 404, message: `gone ${HOSTILE}` } });
    const { stderr } = await cli(["leads", "get", "some-lead"], home, { env });
    expect(stderr).toContain("gone");
    expect(stderr).not.toMatch(DANGEROUS);
  });
});

describe("a list", () => {
  test("is a table on a terminal, with codes in words, and says how to read on", async () => {
    const { stdout } = await onTerminal("--limit", "3");
    const [header, first] = stdout.split("\n");
    expect(header).toMatch(/^email +status +first_name .* id$/);
    expect(first).toContain("In a list only");
    expect(stdout).toMatch(/There may be more: --all, or --starting-after \S+\n$/);
  });

  test("fits the width of the terminal", async () => {
    const { stdout } = await onTerminal("--limit", "50");
    for (const line of stdout.split("\n").slice(0, -2)) expect(line.length).toBeLessThanOrEqual(120);
  });

  test.each([
    ["--all", 121],
    ["--max", 105],
  ])("is read over all pages with %s", async (flag, count) => {
    const words = flag === "--all" ? ["--all"] : ["--max", String(count)];
    const json = JSON.parse((await run(...words, "--json")).stdout);
    expect(json.count).toBe(count);
    expect(new Set(json.leads.map(({ id }: { id: string }) => id)).size).toBe(count);
    expect(json.next_starting_after === null).toBe(flag === "--all");
    const lines = (await run(...words, "--ndjson", "--fields", "id")).stdout.trim().split("\n");
    expect(lines.map((line) => JSON.parse(line).id)).toEqual(json.leads.map(({ id }: { id: string }) => id));
    const csv = (await run(...words, "--csv", "--fields", "id")).stdout.trim().split("\r\n");
    expect(csv).toEqual(["id", ...json.leads.map(({ id }: { id: string }) => id)]);
  });

  test("without items says so, and is empty as JSON", async () => {
    const { stdout } = await onTerminal("--search", "nobody at all");
    expect(stdout).toBe("No leads found.\n");
    expect((await run("--search", "nobody at all", "--ndjson")).stdout).toBe("");
  });
});

test("--select takes a JMESPath expression", async () => {
  const { stdout } = await run(
    "--limit",
    "3",
    "--select",
    "leads[?contains(email, 'ada')].{mail: email, list: status}",
  );
  expect(JSON.parse(stdout)).toEqual([{ mail: "ada@quill.example", list: 0 }]);
});

test("an object is shown line by line, with codes in words", async () => {
  const { stdout } = await run("--limit", "1", "--select", "leads[0].id");
  const shown = await cli(["leads", "get", JSON.parse(stdout)], home, { env, isTerminal: true });
  expect(shown.stdout).toMatch(/^id: \S+\n/);
  expect(shown.stdout).toContain("status: In a list only\n");
  expect(shown.stdout).not.toMatch(DANGEROUS);
});

test("--help --json describes every command, its flags and the exit codes", async () => {
  const { stdout } = await cli(["--help", "--json"], home);
  const tree = JSON.parse(stdout);
  expect(tree.exit_codes["6"]).toMatch(/unknown/);
  const reply = tree.commands.find(({ command }: { command: string }) => command === "emails reply");
  expect(reply).toMatchObject({ action: "reply_to_email", effect: "send", approval: "required" });
  expect(reply.flags).toContainEqual(expect.objectContaining({ flag: "--subject", required: true, type: "value" }));
  const names = tree.commands.map(({ command }: { command: string }) => command);
  expect(names).toEqual(expect.arrayContaining(["leads list", "request", "login", "doctor", "sandbox advance"]));
  const some = JSON.parse((await cli(["leads", "--help", "--json"], home)).stdout);
  expect(some.commands.every(({ command }: { command: string }) => command.startsWith("leads "))).toBe(true);
  expect((await cli(["nothing", "--help", "--json"], home)).code).toBe(2);
});

test("completion proposes commands, flags and values", async () => {
  const proposals = async (...words: string[]) =>
    (await cli(["__complete", ...words], home)).stdout.split("\n").map((line) => line.split("\t")[0]);
  expect(await proposals("camp")).toContain("campaigns");
  expect(await proposals("campaigns", "act")).toContain("activate");
  expect(await proposals("leads", "update-interest-status", "--interest-v")).toContain("--interest-value");
  expect(await proposals("leads", "update-interest-status", "--interest-value", "meet")).toEqual(
    expect.arrayContaining(["meeting-booked", "meeting-completed"]),
  );
  for (const shell of ["bash", "zsh", "fish"]) {
    const { code, stdout } = await cli(["completion", shell], home);
    expect(code).toBe(0);
    expect(stdout).toContain("modulex-instantly __complete");
  }
});
