import type { paths } from "@modulex-instantly/types";
import type { Client } from "openapi-fetch";
import createClient from "openapi-fetch";
import type { Send } from "./call.ts";
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
      const operation = operationOf(request);
      const body = request.body === null ? undefined : await request.text();
      const call = createCall(operation, request.url, body, timeouts, { signal: request.signal });
      try {
        return Response.json(await send(call), { status: call.answer?.status ?? 200 });
      } catch (error) {
        const { answer } = call;
        if (!isInstantlyError(error) || answer === undefined || answer.status < 400) throw error;
        return refusal(answer.status, answer.text, error.apiMessage ?? error.message);
      }
    },
  });
}

/** Gives a refusal back with a body that is never empty, because openapi-fetch would then report no error at all. */
function refusal(status: number, text: string, message: string): Response {
  try {
    if (typeof JSON.parse(text) === "object") return new Response(text, { status, headers: JSON_HEADERS });
  } catch {
    // An empty body or a page.
  }
  return Response.json({ statusCode: status, error: `HTTP ${status}`, message }, { status });
}

const JSON_HEADERS = { "content-type": "application/json" };

function operationOf(request: Request): Operation {
  const { pathname } = new URL(request.url);
  if (/%7b/i.test(pathname)) throw invalidRequest("id is missing from params.path");
  const templates = Object.values(operations).filter(({ method }) => method === request.method);
  const found =
    templates.find(({ pathTemplate }) => pathTemplate === pathname) ??
    templates.find(({ pathTemplate }) => sameRoute(pathTemplate, pathname));
  if (!found) throw invalidRequest(`${request.method} ${pathname} is not one of the operations of this client`);
  return found;
}

function sameRoute(template: string, pathname: string): boolean {
  const wanted = template.split("/");
  const given = pathname.split("/");
  return (
    wanted.length === given.length && wanted.every((segment, index) => segment === "{id}" || segment === given[index])
  );
}
