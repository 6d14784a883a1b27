import { runAction } from "@modulex-instantly/actions";
import { createInstantlyClient, toEnvelope } from "@modulex-instantly/client";
import { describe, expect, test } from "vitest";
import { respondWithText, scriptedFetch } from "../client/scripted-fetch.ts";

// A pattern with exponential backtracking would need minutes for these; a linear one needs a millisecond.

const LENGTH = 100_000;
const hostile: Readonly<Record<string, string>> = {
  "one letter": "a".repeat(LENGTH),
  "dots and an at": `${".".repeat(LENGTH / 2)}@${"a".repeat(LENGTH / 2)}!`,
  blanks: " ".repeat(LENGTH),
  "blanks and an end": `${" ".repeat(LENGTH)}x`,
  "opening angles": "<".repeat(LENGTH),
  "half a page": `<!doctype html${" <html".repeat(LENGTH / 6)}`,
  brackets: "[".repeat(LENGTH),
  quotes: '\\"'.repeat(LENGTH / 2),
  "an open text": `{"message":"${"\\\\".repeat(LENGTH / 2)}`,
  underscores: "_a".repeat(LENGTH / 2),
  slashes: "/..".repeat(LENGTH / 3),
  "line breaks": "\r\n".repeat(LENGTH / 2),
  digits: "1".repeat(LENGTH),
};

/** The CPU time of this process, which is independent of the load of the machine. */
async function processorMs(work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}

const LEAST_MS = 500;

describe.each(Object.entries(hostile))("100 kB of %s", (_, text) => {
  test("as a response of any status is processed at once", async () => {
    for (const status of [200, 400, 403, 429, 502]) {
      for (const body of [text, JSON.stringify({ message: text, error: text })]) {
        const { fetch } = scriptedFetch(respondWithText(body, status, { "content-type": "application/json" }));
        const client = createInstantlyClient({ apiKey: "key", fetch, retry: false, rateLimiter: false });
        expect(await processorMs(() => toEnvelope(client.leads.get("id-1")))).toBeLessThan(LEAST_MS);
      }
    }
  });

  test("as an id, a key, a value or a name of an input is rejected at once", async () => {
    const { fetch, requests } = scriptedFetch(respondWithText("{}"));
    const client = createInstantlyClient({ apiKey: "key", fetch, retry: false, rateLimiter: false });
    const rejections = async () => {
      await expect(client.leads.get(text)).rejects.toMatchObject({ code: "invalid_request" });
      expect(() => createInstantlyClient({ apiKey: `${text}é` })).toThrow(/^apiKey/);
      expect(() => createInstantlyClient({ apiKey: "key", baseUrl: text })).toThrow(/^baseUrl/);
      expect(() => createInstantlyClient({ apiKey: "key", workspaceId: `${text}!` })).toThrow(/^workspaceId/);
      const results = [
        await runAction("get_lead", { lead_id: text, [text]: text }, { client }),
        await runAction("list_emails", { mode: text }, { client }),
        await runAction(text, {}, { client }),
      ];
      for (const { success, error } of results) {
        expect(success).toBe(false);
        expect(error?.length).toBeLessThan(2_000);
      }
    };
    expect(await processorMs(rejections)).toBeLessThan(LEAST_MS * 2);
    expect(requests).toEqual([]);
  });
});
