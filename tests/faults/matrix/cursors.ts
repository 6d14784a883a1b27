import type { CallSetting, Stage } from "../cell/stage.ts";
import { json } from "../server/answer-bytes.ts";
import type { Exchange, FaultServer } from "../server/fault-server.ts";
import type { SentRequest } from "../server/request-reader.ts";
import { refusal } from "./answered.ts";
import type { Scene } from "./fault.ts";

/** What a list answers to the request for the page after a cursor; a number is the status of a refusal. */
export type PageAfter = (
  cursor: string | undefined,
  requestNumber: number,
) => { readonly items: readonly object[]; readonly next_starting_after?: unknown } | number;

/** The items with the given numbers, from the first up to, but not, the last. */
export function items(from: number, to: number): object[] {
  return Array.from({ length: to - from }, (_, index) => ({ id: `item-${from + index}` }));
}

/** How an iteration is carried out and what has to come of it. */
export interface Walk {
  readonly options?: Parameters<NonNullable<Stage["operation"]["iterate"]>>[1];
  readonly setting?: CallSetting;
  /** Called with every item; `false` leaves the iteration. */
  readonly onItem?: (count: number, stage: Stage) => boolean | Promise<boolean>;
  /** How many items have to come. */
  readonly yields: number;
  readonly afterwards?: (stage: Stage, server: FaultServer) => void;
}

/** Iterates over a list that answers so. */
export function walked(pageAfter: PageAfter, { options, setting, onItem, yields, afterwards }: Walk): Scene {
  return async (stage) => {
    const { operation, abort } = stage;
    let count = 0;
    const server = await stage.against(
      { request: (exchange) => exchange.reply(pageOf(pageAfter, exchange, stage)) },
      {
        ...setting,
        async act(client) {
          const iteration = operation.iterate?.(client, { signal: abort.signal, ...options });
          if (!iteration) throw new Error(`${operation.name} has no pages`);
          for await (const _ of iteration) {
            count += 1;
            if (onItem && !(await onItem(count, stage))) break;
          }
        },
      },
    );
    stage.check(count === yields, `${count} items came instead of ${yields}`);
    afterwards?.(stage, server);
  };
}

function pageOf(pageAfter: PageAfter, { request, number }: Exchange, stage: Stage): Buffer {
  const answer = pageAfter(cursorOf(request), number);
  return typeof answer === "number" ? refusal(answer)(request, stage) : json(200, answer);
}

/** The cursor of a request, from its query or its body. */
function cursorOf({ path, body }: SentRequest): string | undefined {
  const inBody = body === "" ? undefined : (JSON.parse(body) as { starting_after?: string }).starting_after;
  return inBody ?? new URL(path, "http://localhost").searchParams.get("starting_after") ?? undefined;
}
