import type { InstantlyClient } from "@modulex-instantly/client";
import { createInstantlyClient, isInstantlyError, toEnvelope } from "@modulex-instantly/client";
import type { OpenApiDocument } from "../../spec/open-api-document.ts";
import type { FoundOperation } from "../../spec/operations.ts";
import { bodyExamples } from "./body-example.ts";
import { responsesOf } from "./operation-parts.ts";
import type { SampleCall } from "./sample-call.ts";
import { sampleCall } from "./sample-call.ts";

/**
 * Runs the sample call of every operation with canned responses, and checks that it calls this operation.
 *
 * @throws Error naming the operation whose sample fails or calls another operation.
 */
export async function verifiedCalls(
  document: OpenApiDocument,
  operations: readonly FoundOperation[],
): Promise<Map<string, SampleCall>> {
  const calls = new Map<string, SampleCall>();
  for (const found of operations) {
    const { operationId } = found.operation;
    const documented = responsesOf(document, found.operation).find(({ isSuccess }) => isSuccess);
    const seen: string[] = [];
    const client = clientWith(Number(documented?.status), bodyExamples(document, documented?.json)[0]?.value, seen);
    const call = sampleCall(document, found);
    await runCall(client, call);
    if (seen.join() !== operationId) throw new Error(`${operationId}: instantly.${call.method} calls ${seen.join()}`);
    calls.set(operationId, call);
  }
  return calls;
}

/** Finds the error code of the client for each documented error status. */
export async function errorCodesByStatus(
  document: OpenApiDocument,
  operations: readonly FoundOperation[],
): Promise<Map<string, string>> {
  const codes = new Map<string, string>();
  for (const { operation } of operations) {
    for (const { status, isSuccess, json } of responsesOf(document, operation)) {
      if (isSuccess || codes.has(status)) continue;
      const client = clientWith(Number(status), bodyExamples(document, json)[0]?.value, []);
      const { success, ...outcome } = await toEnvelope(client.campaigns.list());
      if ("cause" in outcome && isInstantlyError(outcome.cause)) codes.set(status, outcome.cause.code);
      else if (success)
        throw new Error(`${operation.operationId}: the client does not treat HTTP ${status} as an error`);
    }
  }
  return codes;
}

function clientWith(status: number, body: unknown, seen: string[]): InstantlyClient {
  return createInstantlyClient({
    apiKey: "documentation",
    retry: false,
    rateLimiter: false,
    fetch: async () => Response.json(body, { status }),
    hooks: { onRequest: ({ operation }) => void seen.push(operation) },
  });
}

async function runCall(client: InstantlyClient, { method, arguments: given }: SampleCall): Promise<void> {
  const [resource = "", verb = ""] = method.split(".");
  const calls = Reflect.get(client, resource) as Record<string, (...parts: readonly unknown[]) => Promise<unknown>>;
  await calls[verb]?.(...given);
}
