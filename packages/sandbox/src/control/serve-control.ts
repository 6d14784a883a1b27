import type { FastifyInstance } from "fastify";
import { describeValue } from "../describe-value.ts";
import { readFaultPlan } from "../faults/read-fault-plan.ts";
import { outbox } from "../outbox.ts";
import { Refusal } from "../refusal.ts";
import type { SandboxParts } from "../server/sandbox-parts.ts";
import { timestamp } from "../state/virtual-clock.ts";
import { changeState, stateReport } from "./change-state.ts";
import { controlBody } from "./control-body.ts";
import { turnClock } from "./turn-clock.ts";

const LARGEST_SNAPSHOT = 512 * 1024 * 1024;

/** Adds the routes that control the sandbox itself. They need no key: only this machine reaches them. */
export function serveControl(app: FastifyInstance, parts: SandboxParts): void {
  const { state, journal, faults, save } = parts;
  app.addHook("preHandler", (request, reply, done) => {
    if (request.url.startsWith("/_sandbox")) {
      parts.catchUp();
      reply.serializer(readable);
    }
    done();
  });

  app.get("/_sandbox/clock", () => ({
    now: timestamp(state.world.clock.now),
    pending: state.world.events.size,
  }));
  app.post("/_sandbox/clock", async ({ body }) => {
    const report = explained(() => turnClock(state, body));
    await save();
    return report;
  });

  app.get("/_sandbox/state", () => stateReport(state));
  app.post("/_sandbox/state", { bodyLimit: LARGEST_SNAPSHOT }, async ({ body }) => {
    const report = explained(() => changeState(state, body));
    await save();
    return report;
  });

  app.get("/_sandbox/outbox", () => ({ mails: outbox(state.world) }));

  app.get("/_sandbox/journal", () => journal.report());
  app.delete("/_sandbox/journal", () => {
    journal.clear();
    return journal.report();
  });

  app.get("/_sandbox/faults", () => ({ pending: faults.pending }));
  app.post("/_sandbox/faults", ({ body }) => {
    faults.add(explained(() => readFaultPlan(body)));
    return { pending: faults.pending };
  });
  app.delete("/_sandbox/faults", () => {
    faults.clear();
    return { pending: faults.pending };
  });

  app.get("/_sandbox/keys", () => ({ keys: state.keys.keys, workspaces: state.workspaces }));
  app.post("/_sandbox/keys", async ({ body }) => {
    const { scopes } = explained(() => controlBody(body, ["scopes"]));
    const list = Array.isArray(scopes) && scopes.every((scope) => typeof scope === "string") ? scopes : undefined;
    if (list === undefined) throw new Refusal(400, `scopes: expected a list of scopes, found ${describeValue(scopes)}`);
    const key = explained(() => state.keys.mint(list));
    await save();
    return { key };
  });
}

/** JSON for people: these answers are read in a terminal. */
function readable(answer: unknown): string {
  return `${JSON.stringify(answer, null, 2)}\n`;
}

/** Turns the complaint about a control call into a 400 that says what is wrong. */
function explained<Result>(act: () => Result): Result {
  try {
    return act();
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal(400, error instanceof Error ? error.message : String(error));
  }
}
