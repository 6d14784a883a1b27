import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { promisify, stripVTControlCharacters } from "node:util";
import { afterEach, expect, test, vi } from "vitest";
import { tourPrinter } from "../../examples/tour-printer.ts";
import { promisedParameters } from "../actions/seed-contract/parameters.ts";

// The output of the tour: plain in a pipe, coloured on a terminal, with the same text.

const root = path.resolve(import.meta.dirname, "../..");

test("prints the input, the result and the duration of the 13 actions of the contract, and ends with the outbox", async () => {
  const { stdout, stderr } = await promisify(execFile)(process.execPath, ["--import", "tsx", "examples/tour.ts"], {
    cwd: root,
  });
  expect(stderr).toBe("");
  expect(stdout, "no colours in a pipe").not.toContain("\u001b");
  for (const name of Object.keys(promisedParameters)) {
    expect(stdout).toMatch(new RegExp(`^ *\\d+  ${name}  .+, \\d+ ms\\n    \\{.* ok \\{.*$`, "m"));
  }
  expect(stdout).toMatch(
    /Three days pass[\s\S]*Priya wrote: "[^"\n]{10,}"[\s\S]*The outbox: 6 emails that were not delivered/,
  );
  const lines = stdout.split("\n");
  expect(lines.every((line) => line.length < 250)).toBe(true);
  expect(lines.length).toBeLessThanOrEqual(57); // pnpm itself prints three lines more.
});

test("says statuses in words, shortens ids, and ends with a command that needs no installation", async () => {
  const { stdout } = await promisify(execFile)(process.execPath, ["--import", "tsx", "examples/tour.ts"], {
    cwd: root,
    env: { ...process.env, TSX_TSCONFIG_PATH: "tsconfig.source.json" },
  });
  expect(stdout).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-|31-\w{22}/);
  expect(stdout).not.toMatch(/status\W+-?\d/);
  for (const words of ['"status":"draft"', "(completed)", '"status":"in a list only"', '"interest":"meeting booked"']) {
    expect(stdout).toContain(words);
  }
  expect(stdout.trimEnd().split("\n").slice(-2).join("\n")).toMatch(
    /^ {4}npx -y pnpm@[\d.]+ action list_leads '\{"limit": 5\}' +[^\n]+\n {4}npx -y pnpm@[\d.]+ action --help +[^\n]+$/,
  );
});

test("with --keep, the sandbox shows what happened on its page until it is stopped", async () => {
  const child = spawn(process.execPath, ["--import", "tsx", "examples/tour.ts", "--keep"], {
    cwd: root,
    env: { ...process.env, TSX_TSCONFIG_PATH: "tsconfig.source.json" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = once(child, "exit");
  let printed = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    printed += text;
  });
  const address = (): string | undefined => /shows all of this at (http:\/\/127\.0\.0\.1:\d+)\n/.exec(printed)?.[1];
  try {
    await expect.poll(address, { timeout: 50_000 }).toBeDefined();
    const page = await fetch(`${address()}/`);
    expect([page.status, await page.text()]).toEqual([
      200,
      expect.stringContaining("<title>Instantly sandbox</title>"),
    ]);
    const mails = await (await fetch(`${address()}/_sandbox/mails`)).json();
    expect(mails).toMatchObject({ total: 9 });
  } finally {
    child.kill("SIGINT");
  }
  expect(await ended).toEqual([0, null]);
});

afterEach(() => vi.restoreAllMocks());

test("on a terminal it prints the same text in colour", () => {
  const printed = (isColoured: boolean) => {
    const lines: string[] = [];
    vi.spyOn(console, "log").mockImplementation((line: string) => lines.push(line));
    const print = tourPrinter(isColoured);
    print.title("Title");
    for (const success of [true, false]) {
      const result = { success, error: success ? null : "why", count: 3 };
      print.step({ why: "because", name: "delete_leads", input: { list_id: "l" }, result, durationMs: 4.6 });
    }
    print.quote("Priya", "Yes.\nDo call.");
    print.outbox([{ at: "2026-09-07T13:00:00.000Z", from: "a@x", to: ["b@x"], subject: "Hi" }]);
    return lines.join("\n");
  };
  const plain = printed(false);
  const coloured = printed(true);
  expect(stripVTControlCharacters(coloured)).toBe(plain);
  expect(coloured).toContain('\u001b[32mok\u001b[0m {"count":3}');
  expect(plain).toContain(' 1  delete_leads  because, 5 ms\n    {"list_id":"l"} ok {"count":3}');
  expect(plain).toContain(' 2  delete_leads  because, 5 ms\n    {"list_id":"l"} failed {"error":"why","count":3}');
  expect(plain).toContain('Priya wrote: "Yes. Do call."');
  expect(plain).toContain("2026-09-07 13:00  a@x -> b@x  Hi");
});
