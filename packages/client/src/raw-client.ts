import type { paths } from "@modulex-instantly/types";
import type { Client } from "openapi-fetch";
import createClient from "openapi-fetch";
import type { Send } from "./call.ts";
import { checkedDeletion } from "./checked-deletion.ts";
import { checkedReply } from "./checked-reply.ts";
import { isInstantlyError } from "./instantly-error.ts";
import { invalidRequest } from "./invalid-request.ts";
import type { Operation } from "./operation.ts";
import { operations } from "./operations.gen.ts";
import { checkedPathId } from "./path-id.ts";
import { createCall } from "./requester.ts";
import type { ResolvedTimeouts } from "./timeouts.ts";

/** The typed openapi-fetch client of the 13 operations. */
export type RawClient = Client<paths>;

/**
 * Builds the openapi-fetch client over the same call path as the resources. A refusal of the API comes back as
 * openapi-fetch shows it, in `error`; everything else that goes wrong is thrown as an `InstantlyError`. Headers are
 * the client's own: those given with a raw call are not sent.
 */
export function rawClient(baseUrl: string, timeouts: ResolvedTimeouts, send: Send): RawClient {
  return createClient<paths>({
    baseUrl,
    pathSerializer: (path, values) => path.replaceAll(/\{(\w+)\}/g, (_, name: string) => checkedPathId(values[name])),
    fetch: async (request) => {
      const body = request.body && (await request.text());
      const operation = operationOf(request, baseUrl);
      refuseHarm(operation, body);
      const call = createCall(operation, request.url, body ?? undefined, timeouts, { signal: request.signal });
      try {
        return Response.json(await send(call), { status: call.answer?.status ?? 200 });
      } catch (error) {
        const { status, text } = call.answer ?? { status: 0, text: "" };
        if (!isInstantlyError(error) || status < 400) throw error;
        // A body that is never empty, because openapi-fetch would report an empty one as no error at all.
        return isTelling(text)
          ? new Response(text, { status })
          : Response.json({ statusCode: status, error: error.code, message: error.message }, { status });
      }
    },
  });
}

/** openapi-fetch takes any key in a body, and the API ignores the ones it does not know. */
function refuseHarm({ id }: Operation, body: string | null): void {
  if (id === "bulkDeleteLeads") checkedDeletion(JSON.parse(body || "{}"));
  if (id === "replyToEmail") checkedReply(JSON.parse(body || "{}"));
}

function isTelling(text: string): boolean {
  try {
    return Object.keys(JSON.parse(text)).length > 0;
  } catch {
    return false;
  }
}

function operationOf({ method, url }: Request, baseUrl: string): Operation {
  const { pathname, origin } = new URL(url);
  // A raw call may name a base URL of its own; the key goes nowhere but to the client's.
  if (origin !== baseUrl) throw invalidRequest(`${origin} is not the baseUrl of this client`);
  const found = Object.values(operations).find(
    (known) =>
      known.method === method && new RegExp(`^${known.pathTemplate.replace("{id}", "[^/{%]+")}$`).test(pathname),
  );
  if (!found) throw invalidRequest(`${method} ${pathname} is not an operation of this client, or its id is missing`);
  return found;
}
