import type { ActionName } from "@modulex-instantly/actions";
import { runAction } from "@modulex-instantly/actions";
import { recorder } from "../contract/recorder.ts";
import { testClient } from "../contract/test-client.ts";
import { anySuccess } from "../operations.ts";

/** The method, target and body that are sent for an input, or the error if nothing is sent. */
export async function sentFor(name: ActionName, input: unknown): Promise<unknown> {
  const { fetch, requests } = recorder(anySuccess);
  const result = await runAction(name, input as never, { client: testClient({ fetch }) });
  return result.success
    ? requests.map(({ method, url, body }) => ({ method, url: url.href, body: body && JSON.parse(body) }))
    : result.error;
}
