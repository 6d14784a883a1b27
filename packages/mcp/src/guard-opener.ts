import { randomBytes } from "node:crypto";
import type { ToolGuard } from "./guard/tool-guard.ts";
import type { SharedStore } from "./state/expiring-store.ts";

/** What limits writes. */
export interface GuardLimits {
  /** The most replies per key and hour. */
  readonly repliesPerHour?: number | undefined;
  /** The most activated campaigns per key and hour. */
  readonly activationsPerHour?: number | undefined;
  /** The most leads that one call deletes. */
  readonly maxDeletes?: number | undefined;
  /** When a write needs a person after incoming mail was read. Default `every-write`. */
  readonly afterMail?: "every-write" | "new-contacts" | undefined;
}

const SECRET = "guard-secret";
const SECRET_MS = 30 * 24 * 3_600_000;

/**
 * The guard, created with the first call. All instances that share a store sign confirmations with the same secret. If the
 * store fails, calls fail until it is back.
 */
export function guardOpener(options: GuardLimits, store: SharedStore): () => Promise<ToolGuard> {
  let opened: Promise<ToolGuard> | undefined;
  return () => {
    opened ??= openGuard(options, store).catch((error: unknown) => {
      opened = undefined;
      throw error;
    });
    return opened;
  };
}

async function openGuard(limits: GuardLimits, store: SharedStore): Promise<ToolGuard> {
  const { repliesPerHour, activationsPerHour, maxDeletes, afterMail } = limits;
  await store.add(SECRET, randomBytes(32).toString("hex"), SECRET_MS);
  const secret = await store.get(SECRET);
  // Every start extends it, so that it does not change while instances run.
  if (secret !== undefined) await store.set(SECRET, secret, SECRET_MS);
  const { createToolGuard } = await import("./guard/create-tool-guard.ts");
  return createToolGuard({
    store,
    secret,
    repliesPerHour,
    activationsPerHour,
    deletesPerCall: maxDeletes,
    afterMail: afterMail === "new-contacts" ? "new_contacts" : "every_write",
  });
}
