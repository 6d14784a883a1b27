import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { StoredEmail } from "../state/stored-email.ts";
import { mailSource } from "./mail-source.ts";

const email: StoredEmail = {
  id: "1",
  created: 0,
  sent: 0,
  type: 1,
  messageId: "<1@outreach.example.com>",
  threadId: "t",
  eaccount: "mara@outreach.example.com",
  from: "mara@outreach.example.com",
  to: ["ada@kestrel.example.com"],
  cc: [],
  bcc: [],
  subject: "Hello",
  text: "Hello",
  isFocused: true,
  headers: {},
};

interface Parsed {
  readonly headers: ReadonlyMap<string, string>;
  readonly body: string;
}

/** Reads a message as RFC 5322 says: unfolded headers, an empty line, the body. */
function parsed(source: string): Parsed {
  const [head = "", ...rest] = source.split("\r\n\r\n");
  const lines = head.replaceAll(/\r\n[ \t]/g, " ").split("\r\n");
  return {
    headers: new Map(lines.map((line) => [line.slice(0, line.indexOf(":")), line.slice(line.indexOf(":") + 2)])),
    body: rest.join("\r\n\r\n"),
  };
}

function decodedWords(value: string): string {
  if (!value.startsWith("=?utf-8?B?")) return value;
  const words = value.split(" ").map((word) => Buffer.from(word.slice("=?utf-8?B?".length, -2), "base64"));
  // Every word is whole characters.
  for (const word of words) expect(word.toString().includes("\uFFFD")).toBe(false);
  return Buffer.concat(words).toString();
}

function decodedPart(text: string): string {
  const bytes = text
    .replaceAll("=\r\n", "")
    .replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, "latin1").toString();
}

const texts = fc.string({ unit: fc.constantFrom("a", " ", "=", "é", "漢", "🙂", ".", "\t", "~"), maxLength: 300 });

describe("the source of a mail", () => {
  test("decodes to its subject and its text, in lines of at most 76 characters", () => {
    fc.assert(
      fc.property(texts, texts, (subject, text) => {
        const source = mailSource({ ...email, subject, text });
        const { headers, body } = parsed(source);
        expect(decodedWords(headers.get("Subject") ?? "")).toBe(subject);
        expect(decodedPart(body)).toBe(text);
        expect(Math.max(...body.split("\r\n").map(({ length }) => length))).toBeLessThanOrEqual(76);
      }),
    );
  });

  test("has no header that a subject brings along, and both bodies", () => {
    const hostile = "Hello\r\nBcc: victim@example.com\r\n\r\n<script>";
    const { headers } = parsed(mailSource({ ...email, subject: hostile, html: "<b>Hello</b>" }));
    expect([...headers.keys()]).not.toContain("Bcc");
    expect(headers.get("Subject")).toBe("Hello Bcc: victim@example.com <script>");
    const source = mailSource({ ...email, html: "<b>é</b>" });
    const boundary = /boundary="([^"]+)"/.exec(source)?.[1] ?? "";
    expect(source.split(`--${boundary}`)).toHaveLength(4);
    expect(source).toContain("<b>=C3=A9</b>");
  });
});
