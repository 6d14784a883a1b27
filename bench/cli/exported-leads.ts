import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { startSandbox } from "@modulex-instantly/sandbox";
import type { GoalRow } from "../sandbox/goal-row.ts";
import { heapRow } from "./imported-rows.ts";
import { measuredCommand } from "./measured-command.ts";

const LEADS = 200_000;
const A_PAGE = 100;
/** The limit of a workspace, which the sandbox enforces. */
const A_SECOND = 100;
const LEAST_SHARE = 0.95;

/** The speed and the memory of an export, by the command and with the limits of the API. */
export async function exportedLeads(): Promise<GoalRow[]> {
  const folder = mkdtempSync(path.join(tmpdir(), "bench-export-"));
  const sandbox = await startSandbox();
  try {
    sandbox.generateLeads({ count: LEADS });
    const words = ["leads", "export", "--out", "leads.ndjson"];
    const { seconds, heapGrowthBytes } = await measuredCommand(sandbox, folder, words);
    const share = LEADS / A_PAGE / A_SECOND / seconds;
    return [
      {
        what: `export of ${LEADS.toLocaleString("en")} leads, share of what the limit of ${A_SECOND} pages a second allows`,
        goal: `>= ${LEAST_SHARE * 100} %`,
        figure: `${(share * 100).toFixed(1)} % (${seconds.toFixed(1)} s, start included)`,
        isReached: share >= LEAST_SHARE,
      },
      heapRow(`heap growth in an export of ${LEADS.toLocaleString("en")} leads`, heapGrowthBytes),
    ];
  } finally {
    await sandbox.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
