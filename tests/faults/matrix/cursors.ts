import type { CallSetting, CellContext } from "../cell/cell-context.ts";
import type { Exchange, FaultServer } from "../server/fault-server.ts";
import type { SentRequest } from "../server/request-reader.ts";
import { json } from "../server/response-bytes.ts";
import type { Scenario } from "./fault.ts";
import { errorResponse } from "./respond-with.ts";

/** The response of a list to the request for the page after a cursor; a number is an error status. */
export type PageAfter = (
  cursor: string | undefined,
  requestNumber: number,
) => { readonly items: readonly object[]; readonly next_starting_after?: unknown } | number;

/** The items with the given numbers; the end is exclusive. */
export function items(from: number, to: number): object[] {
  return Array.from({ length: to - from }, (_, index) => ({ id: `item-${from + index}` }));
}

/** The options and the expected result of an iteration. */
export interface IterationOptions {
  readonly options?: Parameters<NonNullable<CellContext["operation"]["iterate"]>>[1];
  readonly setting?: CallSetting;
  /** Called with every item; return `false` to end the iteration. */
  readonly onItem?: (count: number, cell: CellContext) => boolean | Promise<boolean>;
  /** The expected number of items. */
  readonly yields: number;
  readonly afterwards?: (cell: CellContext, server: FaultServer) => void;
}

/** Iterates over a list with these pages. */
export function iterateOver(
  pageAfter: PageAfter,
  { options, setting, onItem, yields, afterwards }: IterationOptions,
): Scenario {
  return async (cell) => {
    const { operation, abort } = cell;
    let count = 0;
    const server = await cell.against(
      { request: (exchange) => exchange.reply(pageOf(pageAfter, exchange, cell)) },
      {
        ...setting,
        async act(client) {
          const iteration = operation.iterate?.(client, { signal: abort.signal, ...options });
          if (!iteration) throw new Error(`${operation.name} has no pages`);
          for await (const _ of iteration) {
            count += 1;
            if (onItem && !(await onItem(count, cell))) break;
          }
        },
      },
    );
    cell.check(count === yields, `${count} items instead of ${yields}`);
    afterwards?.(cell, server);
  };
}

function pageOf(pageAfter: PageAfter, { request, number }: Exchange, cell: CellContext): Buffer {
  const response = pageAfter(cursorOf(request), number);
  return typeof response === "number" ? errorResponse(response)(request, cell) : json(200, response);
}

/** The cursor of a request, from its query or its body. */
function cursorOf({ path, body }: SentRequest): string | undefined {
  const inBody = body === "" ? undefined : (JSON.parse(body) as { starting_after?: string }).starting_after;
  return inBody ?? new URL(path, "http://localhost").searchParams.get("starting_after") ?? undefined;
}
