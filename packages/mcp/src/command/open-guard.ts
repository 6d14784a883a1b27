import { randomBytes } from "node:crypto";
import { createToolGuard } from "../guard/create-tool-guard.ts";
import type { ToolGuard } from "../guard/tool-guard.ts";
import type { CommandOptions } from "../settings/command-options.ts";
import type { SharedStore } from "../state/shared-store.ts";

const SECRET = "guard-secret";
const SECRET_MS = 30 * 24 * 3_600_000;

/** Creates the guard. All instances that share a store sign confirmations with the same secret. */
export async function openGuard(
  { repliesPerHour, maxDeletes }: CommandOptions,
  store: SharedStore,
): Promise<ToolGuard> {
  await store.add(SECRET, randomBytes(32).toString("hex"), SECRET_MS);
  const secret = await store.get(SECRET);
  // Every start extends it, so that it does not change while instances run.
  if (secret !== undefined) await store.set(SECRET, secret, SECRET_MS);
  return createToolGuard({ store, secret, repliesPerHour, deletesPerCall: maxDeletes });
}
