import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { createInstantlyClient } from "@modulex-instantly/client";
import type { RunningSandbox } from "@modulex-instantly/sandbox";
import { startSandbox } from "@modulex-instantly/sandbox";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { cli, newHome } from "./support/cli-run.ts";
import { startTerminal } from "./support/terminal.ts";

const home = newHome();
const DOWN = "\u001b[B";
const CTRL_C = "\u0003";
let sandbox: RunningSandbox;
let env: Record<string, string>;
let list = "";

beforeAll(async () => {
  sandbox = await startSandbox({ limits: "off" });
  env = { INSTANTLY_BASE_URL: sandbox.url, INSTANTLY_API_KEY: sandbox.keys.full };
  ({ id: list } = await client().leadLists.create({ name: "Autumn" }));
});
afterAll(() => sandbox.close());

const client = () => createInstantlyClient(sandbox.clientOptions);
const creates = () => sandbox.journal().operations.createLead.requests;

function written(name: string, text: string): string {
  const file = path.join(home, name);
  writeFileSync(file, text);
  return file;
}

describe("an import on a terminal", () => {
  test("asks for the email column and for the others, and sends after a yes", async () => {
    const file = written("ask.csv", "Contact;First name;Plan;Notes\nzoe@x.example.com;Zoë;pro;secret\n");
    const session = startTerminal(["leads", "import", file, "--list", list], home, env);
    await session.until("Which column has the email addresses?");
    session.type("\r");
    await session.until('What are the columns "Plan", "Notes"?');
    session.type(`${DOWN}${DOWN}\r`);
    await session.until('What is the column "Plan"?');
    session.type("\r");
    await session.until('What is the column "Notes"?');
    session.type("\u001b[A\r");
    await session.until('Add up to 1 lead to the list "Autumn"?');
    expect(creates()).toBe(0);
    session.type("y");
    expect(await session.ended).toBe(0);
    expect(session.text()).toMatch(/1 row, into the list "Autumn":\n {2}created {2}1\n/);
    const [lead] = await client().leads.iterate({ list_id: list }).collect({ max: 9 });
    expect(lead).toMatchObject({ email: "zoe@x.example.com", first_name: "Zoë", payload: { Plan: "pro" } });
    expect(lead?.payload).not.toHaveProperty("Notes");
  });

  test.each([
    ["at a question about columns", "Which column has the email addresses?", "Contact\nada@x.example.com\n"],
    ["at the confirmation", "Add up to 1 lead", "Email\nada@x.example.com\n"],
  ])("sends nothing after ^C %s", async (name, question, text) => {
    const before = creates();
    const file = written(`${name}.csv`, text);
    const session = startTerminal(["leads", "import", file, "--list", list], home, env);
    await session.until(question);
    session.type(CTRL_C);
    expect(await session.ended).toBe(130);
    expect(creates()).toBe(before);
    expect(() => readFileSync(`${file}.results.jsonl`)).toThrow("ENOENT");
  });

  test("shows how far it is", async () => {
    const rows = Array.from({ length: 250 }, (_, index) => `lead${index}@x.example.com\n`);
    const file = written("many.csv", `Email\n${rows.join("")}`);
    const session = startTerminal(["leads", "import", file, "--list", list, "--yes"], home, env);
    expect(await session.ended).toBe(0);
    expect(session.text()).toMatch(/\d+ of 250 rows/);
  });
});

describe("without a terminal", () => {
  const run = (words: readonly string[]) => cli(["leads", "import", ...words], home, { env });

  test("an import needs --yes, a dry run does not and reaches the same counts", async () => {
    const text = "Email,Plan\nb@x.example.com,\nc@x.example.com,pro\nB@x.example.com,\n";
    const words = [written("plain.csv", text), "--list", list];
    expect(await run(words)).toMatchObject({ code: 2, stderr: expect.stringContaining("pass --yes") });
    const planned = await run([...words, "--dry-run", "--json"]);
    expect(planned.code).toBe(0);
    const done = await run([...words, "--yes", "--json"]);
    const counts = { rows: 3, created: 2, skipped: 1, rejected: 0, unknown: 0, remaining: 0, faults: 0 };
    expect(JSON.parse(planned.stdout)).toMatchObject({ ...counts, dry_run: true, result_file: null });
    expect(JSON.parse(done.stdout)).toMatchObject({
      ...counts,
      dry_run: false,
      result_file: `${words[0]}.results.jsonl`,
    });
  });

  test("faults are listed with their cells, harmless for the terminal", async () => {
    const rows = Array.from({ length: 14 }, (_, index) => `x${index}\u001b[31m@\n`);
    const file = written("faults.csv", `Email\n${rows.join("")}`);
    const { code, stdout, stderr } = await run([file, "--list", list, "--yes"]);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toContain("14 faults, so the import did not start");
    expect(stderr).toContain('  row 2, Email, "x0\\u001b[31m@": has the control character U+001B');
    expect(stderr).toContain(`and 4 more\nAll of them are in ${file}.results.faults.csv`);
  });

  test("rejected and unknown rows have exit codes of their own, and the command that looks them up", async () => {
    sandbox.plan({ operation: "createLead", fault: { kind: "status", status: 400, message: "no" } });
    const rejected = await run([written("rejected.csv", "Email\nr@x.example.com\n"), "--list", list, "--yes"]);
    expect(rejected).toMatchObject({ code: 4, stderr: expect.stringContaining("1 row was rejected") });
    sandbox.plan({ operation: "createLead", times: 2, fault: { kind: "drop_before_commit" } });
    const file = written("unknown.csv", "Email\nu@x.example.com\n");
    const unknown = await run([file, "--list", list, "--yes", "--settle", "0"]);
    expect(unknown.code).toBe(6);
    expect(unknown.stderr).toContain(`modulex-instantly leads import ${file} --list ${list} --settle 0 --yes`);
    expect(await run([file, "--list", list, "--yes", "--settle", "0"])).toMatchObject({ code: 0, stderr: "" });
  });

  test.each([
    [["--list", "b8cc96b1-db3c-4fbb-a266-52a8cd16816b"], 4, /has no lead list "b8cc96b1/],
    [["--campaign", "Autumn"], 2, /has no campaign "Autumn"; expected an id such as/],
    [["--list", "autumn"], 2, /it is the name of [\da-f-]{36}: give the id/],
    [[], 2, /either --campaign ID or --list ID/],
    [["--list", "x", "--campaign", "y"], 2, /either --campaign ID or --list ID/],
    [["--list", "x", "--settle", "soon"], 2, /settle: expected a whole number of seconds/],
    [["--list", "x", "--encoding", "utf-9"], 2, /--encoding: expected an encoding/],
  ])("with %j it ends with %i", async (words, code, message) => {
    const file = written("target.csv", "Email\nt@x.example.com\n");
    const found = await run([file, ...words, "--yes"]);
    expect(found.code).toBe(code);
    expect(found.stderr).toMatch(message);
  });

  test("leads are exported with the filters of the list, to stdout and to a file", async () => {
    const out = path.join(home, "leads.csv");
    const words = ["leads", "export", "--list-id", list, "--search", "zoe"];
    const { stdout } = await cli(words, home, { env });
    expect(JSON.parse(stdout)).toMatchObject({ email: "zoe@x.example.com" });
    expect(await cli([...words, "--out", out], home, { env })).toMatchObject({
      code: 0,
      stdout: "",
      stderr: `1 lead written to ${out}\n`,
    });
    expect(readFileSync(out, "utf8").split("\r\n")[1]).toContain("zoe@x.example.com,Zoë");
    expect(await cli([...words, "--out", out], home, { env })).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("--force"),
    });
    expect(await cli(["leads", "export", "--format", "mbox"], home, { env })).toMatchObject({ code: 2 });
    expect(await cli(["emails", "export", "--format", "mbox"], home, { env })).toMatchObject({ code: 0, stdout: "" });
  });
});
