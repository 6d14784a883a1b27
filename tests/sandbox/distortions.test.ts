import type { Sandbox } from "@modulex-instantly/sandbox";
import { createSandbox } from "@modulex-instantly/sandbox";
import { expect, test } from "vitest";
import type { SessionTarget } from "./session.ts";
import { runSessions } from "./sessions.ts";

// The sessions must detect a faulty sandbox. Each of these distortions is one that they must find.

interface Distortion {
  readonly what: string;
  readonly path: RegExp;
  readonly distort: (body: Record<string, unknown>) => unknown;
  readonly found: RegExp;
}

const distortions: readonly Distortion[] = [
  { what: "a field of the wrong type", path: /lead-lists/, distort: withName(7), found: /must be string/ },
  { what: "a field that is missing", path: /leads$/, distort: without("status_summary"), found: /status_summary/ },
  { what: "an unknown field", path: /campaigns$/, distort: (body) => ({ ...body, x: 1 }), found: /additional/ },
  { what: "a lead that is not listed", path: /leads\/list/, distort: withoutFirst, found: /deep-equal|deeply equal/ },
  {
    what: "a cursor on an empty page",
    path: /leads\/list/,
    distort: (body) => ({ next_starting_after: "x", ...body }),
    found: /cursor/,
  },
];

test.each(distortions)("sessions find $what", { timeout: 60_000 }, async ({ path, distort, found }) => {
  const sandbox = createSandbox({ limits: "off" });
  const target: SessionTarget = {
    sandbox,
    fetch: distorted(sandbox, path, distort),
    origin: "http://127.0.0.1",
    counts: new Map(),
  };
  const { failure } = await runSessions(target, { seed: 1, calls: 400 });
  await sandbox.close();
  expect(failure).toMatch(found);
});

function distorted(sandbox: Sandbox, path: RegExp, distort: Distortion["distort"]): typeof fetch {
  return async (input, init) => {
    const response = await sandbox.fetch(input, init);
    if (!response.ok || !path.test(new URL(String(input)).pathname)) return response;
    return Response.json(distort((await response.json()) as Record<string, unknown>), { status: response.status });
  };
}

function withName(name: unknown) {
  return (body: Record<string, unknown>) => ("items" in body ? body : { ...body, name });
}

function without(field: string) {
  return ({ [field]: _, ...rest }: Record<string, unknown>) => rest;
}

function withoutFirst(body: Record<string, unknown>): unknown {
  const items = (body["items"] as unknown[]).slice(1);
  return items.length > 0 ? { ...body, items } : body;
}
