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
const DAY_MS = 24 * 3_600_000;
const SECRET_MS = 30 * DAY_MS;

/**
 * The guard, created with the first call. All instances that share a store sign confirmations with the same secret. If the
 * store fails, calls fail until it is back.
 */
export function guardOpener(options: GuardLimits, store: SharedStore): () => Promise<ToolGuard> {
  let opened: Promise<ToolGuard> | undefined;
  let renewAt = 0;
  return () => {
    if (opened === undefined) {
      opened = openGuard(options, store).catch((error: unknown) => {
        opened = undefined;
        throw error;
      });
      renewAt = Date.now() + DAY_MS;
    } else if (Date.now() >= renewAt) {
      renewAt = Date.now() + DAY_MS;
      // A failure is no reason to fail the call: the secret is valid for weeks.
      sharedSecret(store).catch(() => {});
    }
    return opened;
  };
}

/** The secret of all instances. Reading it extends its life, so that it does not change while instances run. */
async function sharedSecret(store: SharedStore): Promise<string | undefined> {
  await store.add(SECRET, randomBytes(32).toString("hex"), SECRET_MS);
  const secret = await store.get(SECRET);
  if (secret !== undefined) await store.set(SECRET, secret, SECRET_MS);
  return secret;
}

async function openGuard(limits: GuardLimits, store: SharedStore): Promise<ToolGuard> {
  const { repliesPerHour, activationsPerHour, maxDeletes, afterMail } = limits;
  const secret = await sharedSecret(store);
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
