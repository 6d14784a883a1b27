import type { OperationId } from "@modulex-instantly/sandbox";
import { createSandbox, startSandbox } from "@modulex-instantly/sandbox";
import { operations } from "../../tests/contract/spec-operations.ts";
import type { SessionTarget } from "../../tests/sandbox/session.ts";
import type { SessionsReport } from "../../tests/sandbox/sessions.ts";
import { runSessions } from "../../tests/sandbox/sessions.ts";
import type { GoalRow } from "./goal-row.ts";
import { startPrism } from "./prism.ts";

/** Random sessions on a sandbox without a socket. Every response is checked against the spec. */
export async function checkedSessions(seed: number): Promise<GoalRow> {
  const calls = 10_000;
  const sandbox = createSandbox({ limits: "off" });
  const target: SessionTarget = { sandbox, fetch: sandbox.fetch, origin: "http://127.0.0.1", counts: new Map() };
  const report = await runSessions(target, { seed, calls });
  await sandbox.close();
  return row("model-based random sessions, every response checked against the spec", calls, report);
}

/** The same sessions through Prism, which also checks every response. */
export async function sessionsThroughPrism(seed: number): Promise<GoalRow> {
  const calls = 500;
  const sandbox = await startSandbox({ limits: "off" });
  const prism = await startPrism(new URL(sandbox.url));
  const target: SessionTarget = { sandbox, fetch, origin: prism.url, counts: new Map() };
  const report = await runSessions(target, { seed, calls });
  await prism.close();
  await sandbox.close();
  return row("the same sessions through Prism as a proxy, header sl-violations", calls, report);
}

function row(what: string, atLeast: number, { calls, counts, failure, seed }: SessionsReport): GoalRow {
  if (failure !== undefined) console.error(failure);
  const missing = operations.filter(({ id }) => !counts.has(id as OperationId)).map(({ id }) => id);
  if (missing.length > 0) console.error(`never called: ${missing.join(", ")}`);
  return {
    what,
    goal: `>= ${atLeast} calls, 0 violations`,
    figure: `${calls} calls, ${failure === undefined ? 0 : "at least 1"} (seed ${seed})`,
    isReached: calls >= atLeast && failure === undefined && missing.length === 0,
  };
}
