import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { PassThrough, Writable } from "node:stream";
import type { Email, InstantlyClient, Lead } from "@modulex-instantly/client";
import { createInstantlyClient } from "@modulex-instantly/client";
import type { Sandbox } from "@modulex-instantly/sandbox";
import { createSandbox } from "@modulex-instantly/sandbox";
import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { emailCsv } from "./email-csv.ts";
import { encodedHeader } from "./encoded-header.ts";
import type { ItemWriter } from "./export-items.ts";
import { exportItems } from "./export-items.ts";
import { jsonLines } from "./json-lines.ts";
import { leadCsv } from "./lead-csv.ts";
import { mbox } from "./mbox.ts";
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

/** What Python's mail reader finds in an mbox file. */
function readByPython(file: string): Record<string, unknown>[] {
  const program = `
import email.header, email.policy, json, mailbox, sys
def read(m):
    bodies = {p.get_content_type(): p.get_payload(decode=True).decode("utf-8") for p in m.walk() if not p.is_multipart()}
    decode = lambda name: str(email.header.make_header(email.header.decode_header(m[name]))) if m[name] is not None else None
    return {"from_line": m.get_from(), "headers": m.keys(), "subject": decode("Subject"), "from": m["From"], "to": m["To"], "cc": m["Cc"],
            "date": m["Date"], "id": m["Message-ID"], "bodies": bodies, "defects": [str(d) for d in m.defects]}
print(json.dumps([read(m) for m in mailbox.mbox(sys.argv[1])]))`;
  return JSON.parse(execFileSync("python3", ["-c", program, file], { encoding: "utf8", maxBuffer: 2 ** 26 }));
}
const written = (emails: readonly Email[]) => {
  const writer = mbox();
  writeFileSync(outFile(), writer.start(emails) + emails.map((email) => writer.item(email)).join(""));
  return readByPython(outFile());
};
const EMAIL: Email = {
  id: "01a0c864-cf48-74a2-9b6b-7ae0289cbece",
  timestamp_created: "2026-09-22T09:14:05.000Z",
  timestamp_email: "2026-09-02T09:12:37.000Z",
  message_id: "<4f1d7c02.9be3@mail.example.org>",
  subject: "Hello",
  from_address_email: "lena@x.example.org",
  to_address_email_list: "mara@x.example.com",
  body: { text: "Hi" },
  organization_id: "0191d3a4-52c7-7b10-8f3e-6a4b9e2c1d55",
  eaccount: "mara@x.example.com",
};

describe("emails", () => {
  test("as mbox are all there for a mail reader, in CSV too", async () => {
    sandbox.load("replies");
    client = createInstantlyClient(sandbox.clientOptions);
    const list = () => (paging: object) => client.emails.iterate({ limit: 100 }, paging);
    const emails = await client.emails.iterate({ limit: 100 }).collect({ max: 9_999 });
    expect(emails.length).toBeGreaterThan(3);
    await exportItems(list(), mbox(), await openOutputFile(outFile(), { replace: true }), {});
    const found = readByPython(outFile());
    expect(found.map(({ subject }) => subject)).toEqual(emails.map(({ subject }) => subject));
    for (const [index, { bodies, from, to, defects }] of found.entries()) {
      const { body, from_address_email, to_address_email_list } = emails[index] as Email;
      expect(Object.values(bodies as object).sort()).toEqual(
        [body?.text, body?.html].filter((text) => text !== undefined).sort(),
      );
      expect([from, to, defects]).toEqual([from_address_email, to_address_email_list, []]);
    }
    await exportItems(list(), emailCsv(), await openOutputFile(outFile(), { replace: true }), {});
    expect(table(readFileSync(outFile(), "utf8")).map(({ id }) => id)).toEqual(emails.map(({ id }) => id));
  });

  test("as mbox keep both bodies, every script and lines that begin with From", () => {
    const subject = `Größe 名前 🌱 ${"long ".repeat(40)}end`;
    const text = "From here on\n\nFrom lena@x.example.org Wed Sep  2 09:12:37 2026\nSubject: none\n\nZoë\r\n.\n";
    const body = { text, html: `<p>${"名".repeat(2_000)}</p>` };
    const cc_address_email_list = Array.from({ length: 40 }, (_, index) => `c${index}@x.example.com`).join(",");
    const [found, second] = written([{ ...EMAIL, subject, body, cc_address_email_list }, EMAIL]);
    expect(found).toMatchObject({
      from_line: "lena@x.example.org Wed Sep  2 09:12:37 2026",
      date: "Wed, 02 Sep 2026 09:12:37 +0000",
      id: "<4f1d7c02.9be3@mail.example.org>",
      subject,
      bodies: { "text/plain": text, "text/html": body.html },
      defects: [],
    });
    expect(String(found?.["cc"]).replaceAll("\n ", " ")).toBe(cc_address_email_list.replaceAll(",", ", "));
    expect(second).toMatchObject({ subject: "Hello", bodies: { "text/plain": "Hi" } });
    const lines = readFileSync(outFile(), "utf8").split("\n");
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(100);
  });

  test("as mbox cannot add headers or emails", () => {
    const bad = "x\r\nBcc: spy@x.example.com\n\nFrom spy Wed Sep  2 09:12:37 2026\n";
    const found = written([
      {
        ...EMAIL,
        id: bad,
        subject: bad,
        from_address_email: bad,
        to_address_email_list: bad,
        reply_to: bad,
        message_id: bad,
        thread_id: bad,
        lead: bad,
        timestamp_email: "soon",
        timestamp_created: "later",
        body: {},
      },
    ]);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({
      from_line: "MAILER-DAEMON Thu Jan  1 00:00:00 1970",
      bodies: { "text/plain": "" },
      defects: [],
    });
    expect(found[0]?.["headers"]).not.toContain("Bcc");
  });

  test("as mbox come back whatever their subject is", () => {
    const subjects = fc.sample(fc.string({ unit: "binary", maxLength: 90 }), { numRuns: 60, seed: 7 });
    const found = written(subjects.map((subject) => ({ ...EMAIL, subject })));
    const normal = (text: string) => text.replace(/[\r\n\t\0]+/g, " ").trim();
    expect(found.map(({ subject }) => normal(String(subject)))).toEqual(subjects.map(normal));
  });

  test("have short header lines", () => {
    for (const text of ["a".repeat(300), "é".repeat(300), "=?x?=", "名".repeat(50), ""]) {
      const lines = `Subject: ${encodedHeader("Subject", text)}`.split("\n");
      for (const line of lines.slice(1)) expect(line).toMatch(/^ =\?utf-8\?B\?[\w+/]+=*\?=$/);
      expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(84);
    }
  });
});
