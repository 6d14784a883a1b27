import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Fault } from "@modulex-instantly/sandbox";
import { expect } from "vitest";
import type { Programs, RunningProgram } from "./programs.ts";
import { openPrograms } from "./programs.ts";

/** The programs of one test, with a file to import. */
export interface Opened extends Programs {
  readonly folder: string;
  readonly file: string;
  /** Writes the file. */
  write(emails: readonly string[]): void;
  /** Starts the import of a file, by default of this one. */
  imports(path?: string): RunningProgram;
  plan(times: number, fault: Fault): Promise<unknown>;
}

/** Posts to a control route of the sandbox. */
export async function post({ sandbox }: Programs, route: string, body: object): Promise<unknown> {
  const headers = { "content-type": "application/json" };
  const response = await fetch(`${sandbox.url}/_sandbox/${route}`, {
    method: "POST",
    headers,
    body: JSON.stringify(body),
  });
  expect(response.status).toBe(200);
  return response.json();
}

/** Calls a function with a new folder, and removes the folder. */
export async function inFolder(use: (folder: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), "bulk-import-"));
  try {
    await use(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Calls a function with the programs, which use a Redis and have settings of their own. */
export function withPrograms(
  redisUrl: string,
  settings: Readonly<Record<string, string>>,
  use: (opened: Opened) => Promise<void>,
): Promise<void> {
  return inFolder(async (folder) => {
    const times = { LOCK_MS: "3000", CALL_MS: "2000", SETTLE_MS: "500", PROCESSES: "2" };
    const programs = await openPrograms(redisUrl, { ...times, ...settings });
    const file = path.join(folder, "leads.csv");
    try {
      await use({
        ...programs,
        folder,
        file,
        write: (emails) => writeFileSync(file, `email,first_name\n${emails.join(",\n")},\n`),
        imports: (given = file) => programs.start("import", { parameters: [given, "Import"] }),
        plan: (times, fault) => post(programs, "faults", { operation: "createLead", times, fault }),
      });
    } finally {
      await programs.close();
    }
  });
}
