import type { InstantlyClient } from "@modulex-instantly/client";
import { createInstantlyClient, isInstantlyError, toEnvelope } from "@modulex-instantly/client";
import type { OpenApiDocument } from "../../spec/open-api-document.ts";
import type { FoundOperation } from "../../spec/operations.ts";
import { bodyExamples } from "./body-example.ts";
import { answersOf } from "./operation-parts.ts";
import type { SampleCall } from "./sample-call.ts";
import { sampleCall } from "./sample-call.ts";

/**
 * Makes the sample call of every operation against canned answers and watches which operation it is.
 *
 * @throws Error naming the operation whose sample calls another one, or fails.
 */
export async function observedCalls(
  document: OpenApiDocument,
  operations: readonly FoundOperation[],
): Promise<Map<string, SampleCall>> {
  const calls = new Map<string, SampleCall>();
  for (const found of operations) {
    const { operationId } = found.operation;
    const good = answersOf(document, found.operation).find(({ isGood }) => isGood);
    const seen: string[] = [];
    const client = answering(Number(good?.status), bodyExamples(document, good?.json)[0]?.value, seen);
    const call = sampleCall(document, found);
    await callOf(client, call);
    if (seen.join() !== operationId) throw new Error(`${operationId}: instantly.${call.method} calls ${seen.join()}`);
    calls.set(operationId, call);
  }
  return calls;
}

/** Finds out what the client makes of each refusal that the operations document. */
export async function observedCodes(
  document: OpenApiDocument,
  operations: readonly FoundOperation[],
): Promise<Map<string, string>> {
  const codes = new Map<string, string>();
  for (const { operation } of operations) {
    for (const { status, isGood, json } of answersOf(document, operation)) {
      if (isGood || codes.has(status)) continue;
      const client = answering(Number(status), bodyExamples(document, json)[0]?.value, []);
      const { success, ...outcome } = await toEnvelope(client.campaigns.list());
      if ("cause" in outcome && isInstantlyError(outcome.cause)) codes.set(status, outcome.cause.code);
      else if (success) throw new Error(`${operation.operationId}: HTTP ${status} is no failure to the client`);
    }
  }
  return codes;
}

function answering(status: number, body: unknown, seen: string[]): InstantlyClient {
  return createInstantlyClient({
    apiKey: "documentation",
    retry: false,
    rateLimiter: false,
    fetch: async () => Response.json(body, { status }),
    hooks: { onRequest: ({ operation }) => void seen.push(operation) },
  });
}

async function callOf(client: InstantlyClient, { method, arguments: given }: SampleCall): Promise<void> {
  const [resource = "", verb = ""] = method.split(".");
  const calls = Reflect.get(client, resource) as Record<string, (...parts: readonly unknown[]) => Promise<unknown>>;
  await calls[verb]?.(...given);
}
