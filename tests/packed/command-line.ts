import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

/**
 * Runs the installed command line with npx, on its sandbox and without a key: it creates a list, finds it again, and
 * refuses an unknown flag.
 *
 * @returns how many commands its help has.
 * @throws Error with everything that it printed, if one of them does something else.
 */
export async function runCommandLine(project: string): Promise<number> {
  const home = mkdtempSync(path.join(tmpdir(), "packed-home-"));
  try {
    await expectRun(project, home, ["lead-lists", "create", "--name", "Autumn", "--sandbox"], 0);
    const found = await expectRun(project, home, ["lead-lists", "list", "--search", "Autumn", "--sandbox", "--csv"], 0);
    if (!/^id,.*\r\n.*Autumn/.test(found)) throw new Error(`the list is not found: ${found}`);
    await expectRun(project, home, ["lead-lists", "list", "--serch", "Autumn", "--sandbox"], 2);
    await expectRun(project, home, ["leads", "list"], 3);
    return JSON.parse(await expectRun(project, home, ["--help", "--json"], 0)).commands.length;
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

async function expectRun(project: string, home: string, words: readonly string[], expected: number): Promise<string> {
  const { INSTANTLY_API_KEY: _, XDG_CONFIG_HOME: __, XDG_STATE_HOME: ___, ...kept } = process.env;
  const child = spawn("npx", ["--no-install", "modulex-instantly", ...words], {
    cwd: project,
    env: { ...kept, HOME: home },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let [stdout, stderr] = ["", ""];
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    stderr += text;
  });
  const code = await new Promise<number | null>((resolve) => child.once("close", resolve));
  if (code === expected) return stdout;
  throw new Error(`modulex-instantly ${words.join(" ")} ended with ${code}, not ${expected}: ${stdout}${stderr}`);
}
