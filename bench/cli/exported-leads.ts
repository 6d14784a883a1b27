import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { RunningSandbox } from "@modulex-instantly/sandbox";
import { startSandbox } from "@modulex-instantly/sandbox";
import type { GoalRow } from "../sandbox/goal-row.ts";
import { heapRow } from "./imported-rows.ts";
import { measuredCommand } from "./measured-command.ts";

const LEADS = 200_000;
const A_PAGE = 100;
/** The limit of a workspace, which the sandbox enforces. */
const A_SECOND = 100;
const LEAST_SHARE = 0.95;
/** A busy machine takes from it: 93.7 % on the machine of CI. */
const FAILS_SHARE = 0.85;

/**
 * The speed and the memory of an export, by the command and with the limits of the API. On a machine that is too busy for the
 * limit, it is compared with a loop that only requests the same pages.
 */
export async function exportedLeads(): Promise<GoalRow[]> {
  const folder = mkdtempSync(path.join(tmpdir(), "bench-export-"));
  const sandbox = await startSandbox();
  try {
    sandbox.generateLeads({ count: LEADS });
    const bareBefore = await bareLoop(sandbox);
    const words = ["leads", "export", "--force", "--out", "leads.ndjson"];
    const one = await measuredCommand(sandbox, folder, [...words, "--max", "1"]);
    const { seconds, cpuSeconds, heapGrowthBytes } = await measuredCommand(sandbox, folder, words);
    const bareAfter = await bareLoop(sandbox);
    const possible = Math.max(LEADS / A_PAGE / A_SECOND, (bareBefore + bareAfter) / 2);
    const share = possible / (seconds - one.seconds);
    const cpuMs = ((cpuSeconds - one.cpuSeconds) / (LEADS / A_PAGE)) * 1_000;
    return [
      {
        what: `export of ${LEADS.toLocaleString("en")} leads, share of what the limit of ${A_SECOND} pages a second allows`,
        goal: `>= ${LEAST_SHARE * 100} %, fails below ${FAILS_SHARE * 100} %`,
        figure: `${(share * 100).toFixed(1)} % (${seconds.toFixed(1)} s, start ${one.seconds.toFixed(1)} s; ${possible.toFixed(1)} s possible; ${cpuMs.toFixed(1)} ms of CPU a page)`,
        isReached: share >= FAILS_SHARE,
      },
      heapRow(`heap growth in an export of ${LEADS.toLocaleString("en")} leads`, heapGrowthBytes),
    ];
  } finally {
    await sandbox.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The seconds for all pages with a sequential loop that does nothing else, measured with a tenth of them. */
async function bareLoop({ url, keys }: RunningSandbox): Promise<number> {
  const pages = LEADS / A_PAGE / 10;
  const headers = { authorization: `Bearer ${keys.full}`, "content-type": "application/json" };
  const startedAt = performance.now();
  let starting_after: string | undefined;
  for (let page = 0; page < pages; page += 1) {
    const waitMs = startedAt + (page * 1_000) / A_SECOND - performance.now();
    if (waitMs > 0) await new Promise((resolve) => setTimeout(resolve, waitMs));
    const body = JSON.stringify({ limit: A_PAGE, starting_after });
    const response = await fetch(`${url}/api/v2/leads/list`, { method: "POST", headers, body });
    ({ next_starting_after: starting_after } = (await response.json()) as { next_starting_after?: string });
  }
  return ((performance.now() - startedAt) / 1_000) * 10;
}
