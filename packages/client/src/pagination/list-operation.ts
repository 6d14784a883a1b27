import type { CallOptions, IterateOptions } from "../call/call-options.ts";
import { invalidRequest } from "../errors/invalid-request.ts";
import type { Operation } from "../operations/operation.ts";
import { readOptions } from "../options/with-defaults.ts";
import type { Requester } from "../request/requester.ts";
import type { Iteration } from "./iteration.ts";
import { iteration } from "./iteration.ts";
import type { ListResponse, Page } from "./walk-pages.ts";
import { toPage } from "./walk-pages.ts";

/** The two ways of reading a list. */
export interface ListOperation<Item, Query> {
  /**
   * Reads one page, of up to `limit` items: 1 to 100, 10 unless given.
   *
   * @throws InstantlyError `invalid_request` for a `limit` beyond that, and whatever the call fails with.
   */
  list(query?: Query, options?: CallOptions): Promise<Page<Item>>;
  /**
   * Walks through all pages, of 100 items unless a `limit` is given; nothing is asked for before the first item is.
   *
   * @throws InstantlyError while iterating, with `itemsYielded` and `resumeCursor`.
   */
  iterate(query?: Query, options?: IterateOptions): Iteration<Item>;
}

interface ListQuery {
  readonly limit?: number;
  readonly starting_after?: string;
}

/** Builds `list` and `iterate` of a list operation, whether its filters go into the query or into the body. */
export function listOperation<Item, Query extends ListQuery>(
  operation: Operation,
  request: Requester,
): ListOperation<Item, Query> {
  const fetchList = (query: ListQuery, options: CallOptions | undefined) => {
    if (typeof query !== "object") throw invalidRequest("the query must be an object of fields", operation);
    return request<ListResponse<Item>>(operation, operation.cursorIn === "body" ? { body: query } : { query }, options);
  };
  return {
    list: async (query, options) => toPage(operation, await fetchList(query ?? {}, options)),
    iterate: (givenQuery, givenOptions = {}) => {
      const { query, options } = readOptions(
        () => ({ query: copied(givenQuery), options: copied(givenOptions) }),
        (message) => invalidRequest(message, operation),
      );
      // The largest page unless another is asked for: fewer calls, the same items.
      const whole: ListQuery = typeof (query ?? {}) === "object" ? { limit: 100, ...query } : (query as Query);
      const fetchPage = async (cursor: string | undefined, signal: AbortSignal | undefined) =>
        fetchList(cursor === undefined ? whole : { ...whole, starting_after: cursor }, { ...options, signal });
      const startingAfter = options?.startingAfter ?? whole.starting_after;
      const isWhole = startingAfter === undefined || !options;
      return iteration(operation, fetchPage, isWhole ? options : { ...options, startingAfter });
    },
  };
}

/** A copy of an object, so that its getters are called once; anything else as it is. */
function copied<Given>(given: Given): Given {
  return typeof given === "object" && given !== null ? { ...given } : given;
}
