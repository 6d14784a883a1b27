import type { CallOptions } from "../call/call-options.ts";
import type { Effect } from "../operations/operation.ts";

/** A request of any route of the API, with the options of the call. */
export interface ApiRequest extends CallOptions {
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /**
   * A path below `/api/v2`, with `{name}` for each value of `params`, such as `/api/v2/accounts/{email}`. Errors and hooks
   * show the path without `params`; of a value in the path itself, only a word of lower-case letters and hyphens.
   */
  readonly path: string;
  /** The values of the placeholders of `path`. They are encoded. */
  readonly params?: Readonly<Record<string, string | number>> | undefined;
  /** The query. Undefined and null are left out; each item of an array is a parameter of its own. */
  readonly query?: object | undefined;
  /** The body, which is sent as JSON. */
  readonly body?: object | undefined;
  /**
   * What the call does to the workspace, which decides whether it may be retried. Default: `read` for GET, and `send` for
   * everything else, which is only repeated if it was proven unsent or got a 429. A route that has a method of its own in
   * this client always has the effect of that method.
   */
  readonly effect?: Effect | undefined;
}

/** A request of a list. Its cursor is sent in the query of a GET, and in the body of any other method. */
export type ApiListRequest = Omit<ApiRequest, keyof CallOptions>;

/** The response of the API to a request. */
export interface ApiResult<Data = unknown> {
  /** The parsed body; undefined if it is empty. */
  readonly data: Data;
  readonly status: number;
  /** The headers, with names in lower case, without cookies and without the key. */
  readonly headers: Readonly<Record<string, string>>;
}
