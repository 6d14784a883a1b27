import { describe, expect, test } from "vitest";
import { besideSandbox, runExample } from "./run-example.ts";

const file = "opentelemetry/traced.ts";

const leads = ["  instantly.listLeads", "    POST /api/v2/leads/list (status 503)"];
const campaigns = ["  instantly.listCampaign", "    GET /api/v2/campaigns (status 200)"];

describe("the traced job", () => {
  test("has a span for the job, in it one for each call, and in these one for each request", () =>
    besideSandbox("replies", async (sandbox) => {
      sandbox.plan({ operation: "listLeads", fault: { kind: "status", status: 503 } });
      const { code, stdout, stderr } = await runExample(file, { sandbox });
      expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
      const [job, ...lines] = stdout.trimEnd().split("\n");
      expect(job).toBe("daily-report");
      const retried = "    POST /api/v2/leads/list (status 200, retry 1)";
      const half = lines.indexOf(campaigns[0] ?? "");
      const calls = half === 0 ? [lines.slice(2), lines.slice(0, 2)] : [lines.slice(0, half), lines.slice(half)];
      expect(calls[0]?.slice(0, 3)).toEqual([...leads, retried]);
      expect(calls[1]).toEqual(campaigns);
    }));

  test("runs without a key, and reports a failure", async () => {
    expect((await runExample(file)).stdout).toContain(leads.join("\n"));
    await besideSandbox("replies", async (sandbox) => {
      const keys = { ...sandbox.keys, full: "sbx_unknown" };
      const { code, stdout } = await runExample(file, { sandbox: { ...sandbox, keys } });
      expect([code, stdout.split("\n")[0]]).toEqual([1, "daily-report"]);
      expect(stdout).toContain("(status 401)");
    });
  });
});
