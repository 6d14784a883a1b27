import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { createInstantlyClient } from "@modulex-instantly/client";
import type { RunningSandbox } from "@modulex-instantly/sandbox";
import { startSandbox } from "@modulex-instantly/sandbox";
import type { GoalRow } from "../sandbox/goal-row.ts";
import { measuredCommand } from "./measured-command.ts";

const ROWS = 10_000;
/** The limit of a workspace, which the client keeps. */
const A_SECOND = 100;
const MOST_TIME = 1.1;
const MOST_HEAP = 32 * 1_048_576;

/**
 * The time and the memory of an import, by the command and at the limit of the API. On a machine that is too busy for the
 * limit, it is compared with a loop that only creates leads.
 */
export async function importedRows(): Promise<GoalRow[]> {
  const folder = mkdtempSync(path.join(tmpdir(), "bench-import-"));
  // A busy machine delivers calls late and then together. A sandbox with limits would reject some, and the pauses be measured.
  const sandbox = await startSandbox({ limits: "off" });
  try {
    const client = createInstantlyClient(sandbox.clientOptions);
    const { id } = await client.leadLists.create({ name: "bench" });
    const rows = Array.from(
      { length: ROWS },
      (_, index) => `lead${index}@x.example.com;Zoë ${index};Größe ${index % 7}\n`,
    );
    writeFileSync(path.join(folder, "leads.csv"), `\ufeffE-mail;First name;Size\n${rows.join("")}`);
    const words = ["leads", "import", "leads.csv", "--list", id, "--yes", "--json"];
    const bareBefore = await bareLoop(sandbox);
    const { seconds, heapGrowthBytes, stdout } = await measuredCommand(sandbox, folder, words);
    const bareAfter = await bareLoop(sandbox);
    const { created } = JSON.parse(stdout) as { created: number };
    if (created !== ROWS) throw new Error(`${created} of ${ROWS} rows were created`);
    const possible = Math.max(ROWS / A_SECOND, (bareBefore + bareAfter) / 2);
    const ratio = seconds / possible;
    return [
      {
        what: `import of ${ROWS.toLocaleString("en")} rows, over the time that the limit of ${A_SECOND} a second takes`,
        goal: `<= ${MOST_TIME}x`,
        figure: `${ratio.toFixed(3)}x (${seconds.toFixed(1)} s with start, ${possible.toFixed(1)} s possible)`,
        isReached: ratio <= MOST_TIME,
      },
      heapRow(`heap growth in an import of ${ROWS.toLocaleString("en")} rows`, heapGrowthBytes),
    ];
  } finally {
    await sandbox.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The row of a heap growth. */
export function heapRow(what: string, bytes: number): GoalRow {
  return {
    what,
    goal: `<= ${MOST_HEAP / 1_048_576} MiB`,
    figure: `${(bytes / 1_048_576).toFixed(1)} MiB`,
    isReached: bytes <= MOST_HEAP,
  };
}

/** The seconds for all rows with a loop that sends them at the limit and does nothing else, measured with a tenth of them. */
async function bareLoop({ url, keys }: RunningSandbox): Promise<number> {
  const headers = { authorization: `Bearer ${keys.full}`, "content-type": "application/json" };
  const startedAt = performance.now();
  const responses: Promise<unknown>[] = [];
  for (let row = 0; row < ROWS / 10; row += 1) {
    const waitMs = startedAt + (row * 1_000) / A_SECOND - performance.now();
    if (waitMs > 0) await new Promise((resolve) => setTimeout(resolve, waitMs));
    const body = JSON.stringify({ email: `bare${row}@x.example.com`, first_name: "Zoë" });
    const sent = fetch(`${url}/api/v2/leads`, { method: "POST", headers, body }).then((response) => response.text());
    // A busy machine may close a connection. The client would cope; here only the time counts.
    responses.push(sent.catch(() => undefined));
  }
  await Promise.all(responses);
  return ((performance.now() - startedAt) / 1_000) * 10;
}
