import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { exitCodeMeanings } from "../../packages/cli/src/exit-code.ts";
import { cli, newHome } from "./support/cli-run.ts";
import { startTerminal } from "./support/terminal.ts";

const readme = readFileSync(path.resolve(import.meta.dirname, "../../packages/cli/README.md"), "utf8");
const block = (mark: string): string =>
  new RegExp(`\`\`\`text ${mark}\\n([\\s\\S]*?)\\n?\`\`\``).exec(readme)?.[1] ?? "";

/** The words of a line of a shell, with double quotes. */
const wordsOf = (line: string) =>
  [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? "");

describe("the README of the command", () => {
  test("shows what the commands of its session print", async () => {
    const home = newHome();
    const commands = block("session")
      .split("\n")
      .filter((line) => line.startsWith("$ modulex-instantly "));
    expect(commands.length).toBeGreaterThan(3);
    const printed: string[] = [];
    for (const command of commands) {
      const words = wordsOf(command.slice("$ modulex-instantly ".length));
      const { stdout, stderr } = await cli(words, home, { isTerminal: true });
      printed.push(command, `${stdout}${stderr}`.trimEnd());
    }
    expect(block("session")).toBe(printed.join("\n"));
  });

  test("shows the question before a reply", async () => {
    const home = newHome();
    const list = ["emails", "list", "--sandbox", "--lead", LEAD, "--select", "emails[?ue_type==`2`] | [0].id"];
    const id = JSON.parse((await cli(list, home)).stdout);
    const words = [
      "--sandbox",
      "--eaccount",
      "mara@outreach.example.com",
      "--subject",
      "Re: no-shows",
      "--body-text",
      "Tuesday?",
    ];
    const session = startTerminal(["emails", "reply", id, ...words], home);
    await session.until("cannot be recalled.");
    const shown = session
      .text()
      .slice(0, session.text().indexOf("cannot be recalled."))
      .replace(/[◆◇]\s+/g, "");
    session.type("n");
    expect(await session.ended).toBe(130);
    expect(block("confirmation")).toBe(`${shown}cannot be recalled. Yes / No`);
  });

  test("lists every exit code", () => {
    const rows = exitCodeMeanings.map(([code, meaning]) => `| ${code} | ${meaning} |`);
    expect(readme).toContain(`| code | meaning |\n|---|---|\n${rows.join("\n")}\n`);
  });
});

const LEAD = "reply+interested@brightlane.example.com";
