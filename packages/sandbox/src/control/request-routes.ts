import { ApiError } from "../api-error.ts";
import { faultFields, findOperation, readFaultPlan } from "../faults/read-fault-plan.ts";
import { describeValue } from "../input/describe-value.ts";
import type { RequestLogQuery } from "../journal/request-log-views.ts";
import { operations, scopes } from "../spec/operations.gen.ts";
import type { Controls } from "./control.ts";
import { controlBody } from "./control-body.ts";
import type { ControlContext } from "./control-context.ts";
import { readQuery } from "./control-query.ts";

type Names =
  | "GET /journal"
  | "DELETE /journal"
  | "GET /log"
  | "GET /log/{id}"
  | "GET /faults"
  | "GET /faults/kinds"
  | "POST /faults"
  | "DELETE /faults"
  | "DELETE /faults/{id}"
  | "GET /keys"
  | "GET /keys/all"
  | "POST /keys";

/** The routes of requests, faults and keys. */
export function requestRoutes({ state, journal, log, faults }: ControlContext): Controls<Names> {
  const pending = () => ({ pending: faults.pending });
  return {
    "GET /journal": { act: () => journal.report() },
    "DELETE /journal": {
      act: () => {
        journal.clear();
        log.clear();
        return journal.report();
      },
      notices: true,
    },
    "GET /log": {
      act: ({ query }) => {
        log.watch();
        return log.list(
          readQuery<RequestLogQuery>(query, {
            operation: { is: "choice", of: [...Object.keys(operations), "unknown"] },
            status: { is: "text" },
            since: { is: "integer", least: 0, most: Number.MAX_SAFE_INTEGER },
            limit: { is: "integer", least: 1, most: 1000 },
            cursor: { is: "text" },
          }),
        );
      },
    },
    "GET /log/{id}": {
      act: ({ id }) => {
        const found = /^\d{1,15}$/.test(id) ? log.find(Number(id)) : undefined;
        if (found !== undefined) return found;
        throw new ApiError(404, `The log has no request ${id}; the last one was ${log.last}`);
      },
    },

    "GET /faults": { act: pending },
    "GET /faults/kinds": {
      act: () => ({
        kinds: faultFields,
        operations: Object.values(operations).map(({ id, method, pathTemplate, effect }) => ({
          id,
          method,
          path: pathTemplate,
          effect,
        })),
      }),
    },
    "POST /faults": {
      act: ({ body }) => {
        faults.add(readFaultPlan(body));
        return pending();
      },
      notices: true,
    },
    "DELETE /faults": {
      act: () => {
        faults.clear();
        return pending();
      },
      notices: true,
    },
    "DELETE /faults/{id}": {
      act: ({ id }) => {
        faults.clearOf(findOperation(id));
        return pending();
      },
      notices: true,
    },

    "GET /keys": {
      act: () => {
        const { full, readOnly, unpaid, revoked } = state.keys.keys;
        return { keys: { full, readOnly, unpaid, revoked }, workspaces: state.workspaces };
      },
    },
    "GET /keys/all": { act: () => ({ keys: state.keys.list(), scopes }) },
    "POST /keys": { act: ({ body }) => ({ key: state.keys.mint(scopesOf(body)) }), changes: true },
  };
}

function scopesOf(body: unknown): string[] {
  const { scopes: given } = controlBody(body, ["scopes"]);
  if (Array.isArray(given) && given.every((scope) => typeof scope === "string")) return given;
  throw new TypeError(`scopes: expected a list of scopes, found ${describeValue(given)}`);
}
