import type { Sandbox } from "@modulex-instantly/sandbox";

/**
 * Sends a request to a sandbox.
 *
 * @throws Error when the status is not a success.
 */
export async function request<Body>(
  { fetch, keys }: Pick<Sandbox, "fetch" | "keys">,
  method: "GET" | "POST" | "DELETE",
  path: string,
  body?: unknown,
): Promise<Body> {
  const response = await fetch(`http://127.0.0.1/api/v2/${path}`, {
    method,
    headers: {
      authorization: `Bearer ${keys.full}`,
      ...(body === undefined ? {} : { "content-type": "application/json" }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${path} failed with ${response.status} ${text}`);
  return JSON.parse(text) as Body;
}
