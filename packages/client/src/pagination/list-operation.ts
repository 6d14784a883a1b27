import type { CallOptions, IterateOptions } from "../call/call-options.ts";
import { invalidRequest } from "../errors/invalid-request.ts";
import type { Operation } from "../operations/operation.ts";
import { readOptions } from "../options/with-defaults.ts";
import { isOpaque } from "../request/opaque-object.ts";
import type { Requester } from "../request/requester.ts";
import type { Iteration } from "./iteration.ts";
import { iteration } from "./iteration.ts";
import type { ListResponse, Page } from "./walk-pages.ts";
import { toPage } from "./walk-pages.ts";

/** The methods that read a list. */
export interface ListOperation<Item, Query> {
  /**
   * Reads one page of up to `limit` items, from 1 to 100. Default: 10.
   *
   * @throws InstantlyError `invalid_request` for a `limit` outside this range; any error of the call.
   */
  list(query?: Query, options?: CallOptions): Promise<Page<Item>>;
  /**
   * Iterates over all items, with 100 items per page unless `limit` is set. The first request is made when the first item
   * is read.
   *
   * @throws InstantlyError while iterating, with `itemsYielded` and `resumeCursor`.
   */
  iterate(query?: Query, options?: IterateOptions): Iteration<Item>;
}

interface ListQuery {
  readonly limit?: number | undefined;
  readonly starting_after?: string | undefined;
}

/** Creates `list` and `iterate` of a list operation. Its filters are sent in the query or in the body. */
export function listOperation<Item, Query extends ListQuery>(
  operation: Operation,
  request: Requester,
): ListOperation<Item, Query> {
  const fetchList = <Result = ListResponse<Item>>(
    query: ListQuery,
    options: CallOptions | undefined,
    read?: (data: unknown) => Result,
  ) => request(operation, operation.cursorIn === "body" ? { body: query } : { query }, options, false, read);
  return {
    list: (query, options) => fetchList(query ?? {}, options, (data) => toPage(operation, data as ListResponse<Item>)),
    iterate: (givenQuery, givenOptions = {}) => {
      const { query, options } = readOptions(
        () => ({ query: copied(givenQuery), options: copied(givenOptions) }),
        (message) => invalidRequest(message, operation),
      );
      // The largest page size by default, which needs the fewest calls.
      // Any other value stays as it is, so that its first request is rejected.
      const isCopied = typeof (query ?? {}) === "object" && !isOpaque(query ?? {});
      const whole: ListQuery = isCopied ? withLargestPages(query ?? {}) : (query as Query);
      const fetchPage = async (cursor: string | undefined, signal: AbortSignal | undefined) =>
        fetchList(cursor === undefined || !isCopied ? whole : { ...whole, starting_after: cursor }, {
          ...options,
          signal,
        });
      const startingAfter = options?.startingAfter ?? whole.starting_after;
      const isWhole = startingAfter === undefined || !options;
      return iteration(operation, fetchPage, isWhole ? options : { ...options, startingAfter });
    },
  };
}

/** Copies an object, so that its getters are called once; returns a value that no copy holds unchanged, to be rejected. */
function copied<Given>(given: Given): Given {
  return typeof given === "object" && given !== null && !isOpaque(given) ? { ...given } : given;
}

/** An undefined limit means the default as well. */
function withLargestPages(query: ListQuery): ListQuery {
  const { limit = 100, ...filters } = query;
  return { limit, ...filters };
}
