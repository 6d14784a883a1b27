import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { PassThrough, Writable } from "node:stream";
import type { InstantlyClient, Lead } from "@modulex-instantly/client";
import { createInstantlyClient } from "@modulex-instantly/client";
import type { Sandbox } from "@modulex-instantly/sandbox";
import { createSandbox } from "@modulex-instantly/sandbox";
import { parse } from "csv-parse/sync";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { ItemWriter } from "./export-items.ts";
import { exportItems } from "./export-items.ts";
import { jsonLines } from "./json-lines.ts";
import { leadCsv } from "./lead-csv.ts";
import type { Output } from "./output-file.ts";
import { openOutputFile, standardOutput } from "./output-file.ts";

let folder = "";
let sandbox: Sandbox;
let client: InstantlyClient;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "export-"));
  sandbox = createSandbox();
  client = createInstantlyClient(sandbox.clientOptions);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const outFile = () => path.join(folder, "out");
const leads = (writer: ItemWriter<Lead>, output: Output, options = {}) =>
  exportItems((paging) => client.leads.iterate({ limit: 100 }, paging), writer, output, options);
async function leadFile(writer: ItemWriter<Lead>) {
  await leads(writer, await openOutputFile(outFile(), { replace: true }));
  return readFileSync(outFile(), "utf8");
}
const table = (text: string): Record<string, string>[] => parse(text, { columns: true });
const failure = (given: Promise<unknown>) =>
  given.then(
    () => "no error",
    (error: { message: string; exitCode?: number }) => `${error.exitCode}: ${error.message.replaceAll(folder, "")}`,
  );

describe("leads", () => {
  test("as JSON lines are those of the API", async () => {
    sandbox.generateLeads({ count: 250 });
    const lines = (await leadFile(jsonLines())).trimEnd().split("\n");
    expect(lines.map((line) => JSON.parse(line))).toEqual(
      await client.leads.iterate({ limit: 100 }).collect({ max: 999 }),
    );
  });

  test("as CSV have codes in words, their variables, and harmless cells", async () => {
    const variables = { Größe: "7", "a,b": 'say "hi"\nto all', formula: "=cmd|' /C calc'!A0", "=SUM(A1)": "x" };
    await client.leads.create({
      email: "ada@x.example.com",
      first_name: "@SUM(1)",
      phone: "+49 30 1",
      custom_variables: variables,
    });
    sandbox.generateLeads({ count: 120 });
    await client.leads.create({ email: "late@x.example.com", custom_variables: { late: "yes" } });
    const text = await leadFile(leadCsv());
    const rows = table(text);
    expect(rows).toHaveLength(122);
    expect(rows[0]).toMatchObject({
      email: "ada@x.example.com",
      first_name: "'@SUM(1)",
      status: "Active",
      interest: "",
      Größe: "7",
      "a,b": 'say "hi"\nto all',
      formula: "'=cmd|' /C calc'!A0",
      "'=SUM(A1)": "x",
      other_variables: "",
    });
    expect(rows.at(-1)).toMatchObject({ email: "late@x.example.com", other_variables: '{"late":"yes"}' });
    expect(text.split("\n").filter((line) => /^[=+@-]/.test(line))).toEqual([]);
  });

  test("that are none are a file of column names", async () => {
    expect(table(await leadFile(leadCsv()))).toEqual([]);
    expect(readFileSync(outFile(), "utf8")).toMatch(/^id,email,first_name/);
    expect(await leadFile(jsonLines())).toBe("");
  });
});

describe("a file", () => {
  const names = () => readdirSync(folder);

  test("is private, complete or not there", async () => {
    sandbox.generateLeads({ count: 250 });
    sandbox.plan({ operation: "listLeads", times: 99, fault: { kind: "status", status: 400 } });
    expect(await failure(leads(jsonLines(), await openOutputFile(outFile(), { replace: false })))).toContain(
      "HTTP 400",
    );
    expect(names()).toEqual([]);
    sandbox.clearFaults();
    expect(await leads(jsonLines(), await openOutputFile(outFile(), { replace: false }))).toBe(250);
    expect(names()).toEqual(["out"]);
    expect(statSync(outFile()).mode & 0o777).toBe(0o600);
  });

  test("of an interrupted export is not there", async () => {
    sandbox.generateLeads({ count: 900 });
    const stopping = new AbortController();
    const options = { signal: stopping.signal, onProgress: () => stopping.abort() };
    const output = await openOutputFile(outFile(), { replace: false });
    expect(await failure(leads(jsonLines(), output, options))).toMatch(/^130: interrupted/);
    expect(names()).toEqual([]);
  });

  test("that exists is replaced only if it may be, also if it appears meanwhile", async () => {
    writeFileSync(outFile(), "mine");
    expect(await failure(openOutputFile(outFile(), { replace: false }))).toMatch(/^2: --out \/out exists: .*--force/);
    rmSync(outFile());
    const output = await openOutputFile(outFile(), { replace: false });
    writeFileSync(outFile(), "mine");
    expect(await failure(leads(jsonLines(), output))).toMatch(/^1: --out \/out cannot be written: .*EEXIST/);
    expect(readFileSync(outFile(), "utf8")).toBe("mine");
    expect(names()).toEqual(["out"]);
    await leads(jsonLines(), await openOutputFile(outFile(), { replace: true }));
    expect(readFileSync(outFile(), "utf8")).toBe("");
  });

  test("that cannot be written is named", async () => {
    mkdirSync(outFile());
    expect(await failure(openOutputFile(outFile(), { replace: true }))).toMatch(/^2: --out \/out is a directory/);
    expect(await failure(openOutputFile("/dev/null", { replace: true }))).toMatch(/^2: .*not a regular file/);
    expect(await failure(openOutputFile(path.join(folder, "a", "b"), { replace: true }))).toMatch(/^1: .*\(ENOENT\)/);
  });
});

describe("stdout", () => {
  test("is written no faster than it is read", async () => {
    sandbox.generateLeads({ count: 1_000 });
    const stream = new PassThrough({ highWaterMark: 1 });
    const done = leads(jsonLines(), standardOutput(stream));
    await new Promise((resolve) => setTimeout(resolve, 300));
    // One page is being written, and one is read ahead.
    expect(sandbox.journal().operations.listLeads.requests).toBeLessThanOrEqual(3);
    let lines = 0;
    stream.on("data", (chunk: Buffer) => {
      lines += chunk.toString().split("\n").length - 1;
    });
    expect(await done).toBe(1_000);
    expect(lines).toBe(1_000);
  });

  test("whose reader ends is no error, and a full disk is", async () => {
    sandbox.generateLeads({ count: 1_000 });
    const failing = (code: string) =>
      new Writable({ write: (_, __, done) => done(Object.assign(new Error(`write ${code}`), { code })) });
    expect(await leads(jsonLines(), standardOutput(failing("EPIPE")))).toBe(0);
    expect(await failure(leads(jsonLines(), standardOutput(failing("ENOSPC"))))).toMatch(
      /^1: stdout .* the disk is full/,
    );
    expect(sandbox.journal().operations.listLeads.requests).toBeLessThanOrEqual(4);
  });
});
