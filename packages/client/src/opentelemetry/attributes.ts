import type { Attributes } from "@opentelemetry/api";
import type { CallEvent } from "../call/hooks.ts";
import { version } from "../version.gen.ts";

/** The name and the version of the instrumentation scope. */
export const SCOPE: readonly [name: string, version: string] = ["@modulex-instantly/client", version];

/** The attributes of a request that are known when it is sent. They have no URL: its path and its query contain values. */
export function requestAttributes({ method, pathTemplate, serverAddress, serverPort }: CallEvent): Attributes {
  return {
    "http.request.method": method,
    "url.template": pathTemplate,
    "server.address": serverAddress,
    "server.port": serverPort,
  };
}

/**
 * The attributes of the end of a request. By the semantic conventions, the type of an error is the status of an error
 * response, and otherwise names the error.
 */
export function responseAttributes({ status, code }: CallEvent): Attributes {
  const errorType = status !== undefined && status >= 400 ? String(status) : code;
  return {
    ...(status === undefined ? {} : { "http.response.status_code": status }),
    ...(errorType === undefined ? {} : { "error.type": errorType }),
  };
}

/** The attributes of the end of a call. An error that is not of the client has neither code nor outcome. */
export function outcomeAttributes({ code, outcome }: CallEvent): Attributes {
  const errorType = code ?? (outcome === undefined ? "_OTHER" : undefined);
  return {
    "instantly.outcome": outcome ?? "unknown",
    ...(errorType === undefined ? {} : { "error.type": errorType }),
  };
}
