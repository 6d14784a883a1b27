import type { Sandbox } from "@modulex-instantly/sandbox";

/** Asks a sandbox for something that it ought to answer with a good status. */
export async function ask<Answer>(
  { fetch, keys }: Pick<Sandbox, "fetch" | "keys">,
  method: "GET" | "POST",
  path: string,
  body?: unknown,
): Promise<Answer> {
  const response = await fetch(`http://127.0.0.1/api/v2/${path}`, {
    method,
    headers: {
      authorization: `Bearer ${keys.full}`,
      ...(body === undefined ? {} : { "content-type": "application/json" }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${path} was answered with ${response.status} ${text}`);
  return JSON.parse(text) as Answer;
}
