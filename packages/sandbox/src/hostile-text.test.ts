import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { isEmailAddress } from "./engine/email-address.ts";
import { htmlDocument, plainText, preview } from "./engine/plain-text.ts";
import { parseRecipient } from "./engine/recipient.ts";
import { leftoversOf, renderMail } from "./engine/render-template.ts";
import { replySubject } from "./engine/reply-subject.ts";
import { duration } from "./input/duration.ts";
import { isoTime } from "./input/iso-time.ts";
import { suggestion } from "./input/nearest-name.ts";
import { mailFrame } from "./inspect/mail-frame.ts";
import { MailIndex } from "./inspect/mail-index.ts";
import { mailSource } from "./inspect/mail-source.ts";
import { mailWarnings } from "./inspect/mail-warnings.ts";
import { parsePosition } from "./inspect/step-position.ts";
import { redact, withoutKeys } from "./journal/redact.ts";
import { textMatcher } from "./operations/text-matcher.ts";
import { isPartialLine, readChangeLine } from "./snapshot/change-line.ts";
import type { StoredEmail } from "./state/stored-email.ts";
import { Workspace } from "./state/workspace.ts";

const SIZE = 100_000;
/** A hundred times what a linear pass takes; the quadratic ones took from 2 s to minutes. */
const BOUND_MS = 1_000;

/** Beginnings without an end, repeated: what makes a pattern look at the same text again and again. */
const PIECES = [
  ..."a1 <>{}|&\"'@.,:;+-=/%[(\n\t",
  ..."\u00a0é",
  "{{",
  "}}",
  "{{ ",
  "{{a",
  "{{a|",
  "{{a}}",
  "{{RANDOM",
  "{{RANDOM|",
  "{{RANDOM | a | ",
  "{{RANDOM|}}",
  "{%",
  "{% ",
  "%}",
  "{a",
  "{ a ",
  "{a|",
  "<br",
  "<br ",
  "</p ",
  "<a ",
  "&lt",
  "Re",
  "Re: ",
  "Re [",
  "Re[1]: ",
  "a@",
  "a.",
  "a-",
  "a+",
  "@a.",
  "1.",
  "1.1",
  "1d",
  "1d ",
  "2026-09-07T08:00:00.",
  "sbx_",
  "bearer ",
  "bearer a",
];

/** Every piece over and over, behind a start or before an end that makes patterns try again. */
function* hostileTexts(size: number): Generator<string> {
  for (const piece of PIECES) {
    const many = piece.repeat(Math.ceil(size / piece.length));
    for (const start of ["", "{{RANDOM|", "a@"]) yield start + many;
    yield `${many}}}!`;
  }
}

const hostileEmail = (text: string): StoredEmail => ({
  id: "1",
  created: 0,
  sent: 0,
  type: 1,
  messageId: text,
  threadId: "t",
  eaccount: "a@b.example.com",
  from: "a@b.example.com",
  to: ["c@d.example.com"],
  cc: [],
  bcc: [],
  subject: text,
  text,
  html: text,
  isFocused: true,
  headers: {},
});
const workspace = new Workspace("w");

const READERS: Readonly<Record<string, readonly ((text: string) => unknown)[]>> = {
  "input/duration.ts": [duration],
  "input/iso-time.ts": [isoTime],
  "input/nearest-name.ts": [(text) => suggestion(text, ["replies", "replyToEmail"])],
  "engine/email-address.ts": [isEmailAddress],
  "engine/recipient.ts": [parseRecipient, (text) => parseRecipient(`reply+${text}@example.com`)],
  "engine/plain-text.ts": [plainText, htmlDocument, preview],
  "engine/reply-subject.ts": [replySubject],
  "engine/parse-template.ts": [
    (text) => renderMail({ subject: text, body: text }, { a: text, firstName: text }, () => 0),
    (text) => renderMail({ subject: "{{a}}".repeat(9), body: "{{a}}".repeat(99) }, { a: text }, () => 0),
    (text) => leftoversOf({ subject: text, body: text }),
  ],
  "inspect/mail-frame.ts": [(text) => mailFrame(hostileEmail(text))],
  "inspect/mail-source.ts": [(text) => mailSource(hostileEmail(text))],
  "inspect/mail-warnings.ts": [(text) => mailWarnings(hostileEmail(text), workspace, new MailIndex(workspace))],
  "inspect/step-position.ts": [parsePosition],
  "journal/redact.ts": [withoutKeys, (text) => redact({ name: text, list: [text] }, ["name", "list"])],
  "operations/text-matcher.ts": [
    (text) => textMatcher(text.slice(0, SIZE / 2))(text),
    (text) => textMatcher(`${text.slice(0, SIZE / 4)}b${text.slice(0, SIZE / 4)}`)(text),
    (text) => textMatcher(`b${text.slice(0, SIZE / 2)}`)(text),
  ],
  "snapshot/change-line.ts": [
    isPartialLine,
    (text) => readChangeLine("", text),
    (text) => readChangeLine("", `["${"0".repeat(32)}",${text}]`),
  ],
};

/** Files whose patterns only match texts of limited length, or are measured elsewhere. */
const OF_BOUNDED_TEXTS: Readonly<Record<string, string>> = {
  "command/command-options.ts": "reads the words of a command",
  "contract/control-routes.ts": "no pattern, but routes",
  "contract/lead-views.ts": "no pattern, but routes",
  "contract/mail-views.ts": "no pattern, but routes",
  "contract/sandbox-views.ts": "no pattern, but routes",
  "control/clock-routes.ts": "no pattern, but routes",
  "control/control-query.ts": "a value of at most 1000 characters, anchored",
  "control/control-routes.ts": "no pattern, but routes",
  "control/mail-routes.ts": "no pattern, but routes",
  "control/request-routes.ts": "anchored and of a limited length",
  "control/state-routes.ts": "no pattern, but routes",
  "control/wait-for-email.ts": "the expression of a test in the same process, which no request can contain",
  "engine/lead-status.ts": "one character class, once",
  "faults/read-fault-plan.ts": "a header of at most 100 characters",
  "journal/request-log-views.ts": "no pattern, but routes",
  "keys/key-store.ts": "the names of scopes there are",
  "operations/cursor.ts": "anchored and of a fixed length",
  "options/listening-address.ts": "an option of the one who starts the sandbox, anchored",
  "scenarios/read-replies.ts": "the messages of this package",
  "scenarios/request-body.ts": "the places of a file, anchored",
  "snapshot/lock-file.ts": "a file of at most 4096 bytes, anchored and of a fixed length",
  "snapshot/replace-file.ts": "the names of files",
  "spec/operations.gen.ts": "no pattern",
  "spec/request-validators.gen.ts": "measured through the API, in hostile-calls.test.ts",
  "server/authorize.ts": "measured through the API, in hostile-calls.test.ts",
  "server/call.ts": "measured through the API, in hostile-calls.test.ts",
  "server/guard-address.ts": "anchored, of classes that exclude each other",
  "server/unknown-route.ts": "a path of at most 80 characters",
};

function milliseconds(act: () => unknown): number {
  const begun = performance.now();
  try {
    act();
  } catch (error) {
    // An error is fine; running out of stack or memory is not.
    if (error instanceof RangeError) throw error;
  }
  return performance.now() - begun;
}

describe("every function that parses text takes linear time", () => {
  test.each(
    Object.entries(READERS).flatMap(([file, readers]) => readers.map((read, index) => ({ file, index, read }))),
  )(
    "$file, reader $index",
    ({ read }) => {
      const slow: string[] = [];
      for (const text of hostileTexts(SIZE)) {
        const took = milliseconds(() => read(text));
        if (took > BOUND_MS) slow.push(`${JSON.stringify(text.slice(0, 20))}: ${took.toFixed(0)} ms`);
        if (slow.length > 2) break;
      }
      expect(slow).toEqual([]);
    },
    60_000,
  );

  test("every source file with a repeating pattern is measured, or listed with a reason", () => {
    const folder = import.meta.dirname;
    const sources = readdirSync(folder, { recursive: true, encoding: "utf8" })
      .map((file) => file.split(path.sep).join("/"))
      .filter((file) => /\.ts$/.test(file) && !/\.test(-d)?\.ts$/.test(file));
    expect(sources.length).toBeGreaterThan(80);
    const repeating = sources.filter((file) =>
      readFileSync(path.join(folder, file), "utf8")
        .split("\n")
        .some((line) => /(?:RegExp\(|[(=,:\s]\/(?![/*]))\S.*[+*{]/.test(line)),
    );
    const known = [...Object.keys(READERS), ...Object.keys(OF_BOUNDED_TEXTS)];
    expect(repeating.filter((file) => !known.includes(file))).toEqual([]);
    expect(known.filter((file) => !sources.includes(file))).toEqual([]);
  });
});
