import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Email } from "@modulex-instantly/client";
import { createInstantlyClient } from "@modulex-instantly/client";
import { createSandbox } from "@modulex-instantly/sandbox";
import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { emailCsv } from "./email-csv.ts";
import { encodedHeader } from "./encoded-header.ts";
import { exportItems } from "./export-items.ts";
import { mbox } from "./mbox.ts";
import { openOutputFile } from "./output-file.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "mbox-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));
const outFile = () => path.join(folder, "out");

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
    const client = createInstantlyClient(createSandbox({ scenario: "replies" }).clientOptions);
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
    const table: { id: string }[] = parse(readFileSync(outFile(), "utf8"), { columns: true });
    expect(table.map(({ id }) => id)).toEqual(emails.map(({ id }) => id));
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
