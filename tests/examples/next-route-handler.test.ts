import { createInstantlyClient, InterestStatus } from "@modulex-instantly/client";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { besideSandbox } from "./run-example.ts";

const url = "https://app.example.com/api/interested";

beforeEach(() => vi.resetModules());
afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

/** Loads the handler as a new deployment would, with the sandbox as its API. */
async function handlerOf({ url: baseUrl, keys }: { readonly url: string; readonly keys: { readonly full: string } }) {
  vi.stubEnv("INSTANTLY_API_KEY", keys.full);
  vi.stubEnv("INSTANTLY_BASE_URL", baseUrl);
  return import("../../examples/next-route-handler/route.ts");
}

describe("the Next.js route handler", () => {
  test("lists the people who are interested, and reads again for each request, past every cache", () =>
    besideSandbox("replies", async (sandbox) => {
      const requests: (RequestInit | undefined)[] = [];
      const real = globalThis.fetch;
      vi.spyOn(globalThis, "fetch").mockImplementation((input, init) => {
        requests.push(init);
        return real(input, init);
      });
      const { GET, dynamic } = await handlerOf(sandbox);
      expect(dynamic).toBe("force-dynamic");
      const first = await GET(new Request(url));
      expect(first.headers.get("cache-control")).toBe("no-store");
      const email = "reply+interested@brightlane.example.com";
      expect(await first.json()).toEqual({ people: [{ email, name: "Lena", lastReply: expect.any(String) }] });

      const instantly = createInstantlyClient(sandbox.clientOptions);
      await instantly.leads.updateInterestStatus({ lead_email: email, interest_value: InterestStatus.NotInterested });
      sandbox.advance("1h");
      expect(await (await GET(new Request(url))).json()).toEqual({ people: [] });
      expect(requests.length).toBeGreaterThan(1);
      expect(requests.map((init) => init?.cache)).toEqual(requests.map(() => "no-store"));
    }));

  test("responds with 503 after failures that may pass, and with 502 without the reason after others", () =>
    besideSandbox("replies", async (sandbox) => {
      const printed = vi.spyOn(console, "error").mockImplementation(() => undefined);
      const { GET } = await handlerOf(sandbox);
      sandbox.plan({ operation: "listLeads", times: 3, fault: { kind: "status", status: 503 } });
      const busy = await GET(new Request(url));
      expect([busy.status, Number(busy.headers.get("retry-after"))]).toEqual([503, 1]);
      sandbox.plan({ operation: "listLeads", fault: { kind: "status", status: 403, message: "Insufficient scope" } });
      const refused = await GET(new Request(url));
      expect([refused.status, await refused.text()]).toEqual([502, '{"error":"The list is not available."}']);
      expect(printed).toHaveBeenLastCalledWith(expect.stringContaining("Insufficient scope"));
    }));

  test("can be loaded by a build without a key, and ends a call when the visitor leaves", async () => {
    vi.stubEnv("INSTANTLY_API_KEY", undefined);
    vi.stubEnv("INSTANTLY_BASE_URL", undefined);
    vi.spyOn(console, "error").mockImplementation(() => undefined);
    const { GET } = await import("../../examples/next-route-handler/route.ts");
    expect(await (await GET(new Request(url))).json()).toMatchObject({ people: [{ name: "Lena" }] });
    expect((await GET(new Request(url, { signal: AbortSignal.abort() }))).status).toBe(502);
  });
});
