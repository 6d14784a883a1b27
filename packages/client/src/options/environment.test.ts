import { afterEach, describe, expect, test, vi } from "vitest";
import { canaryKey, expectNoKeyInError } from "../../../../tests/client/canary.ts";
import { respondWith, scriptedFetch } from "../../../../tests/client/scripted-fetch.ts";
import type { InstantlyClientOptions } from "../client-options.ts";
import { createInstantlyClient } from "../create-instantly-client.ts";

afterEach(() => {
  vi.unstubAllEnvs();
  vi.unstubAllGlobals();
});

async function requestWith(options: InstantlyClientOptions) {
  const { fetch, requests } = scriptedFetch(respondWith({ id: "lead-1" }));
  await createInstantlyClient({ ...options, fetch }).leads.get("lead-1");
  return { origin: requests[0]?.url.origin, key: requests[0]?.headers.get("authorization")?.replace("Bearer ", "") };
}

function errorOf(options?: InstantlyClientOptions): unknown {
  try {
    createInstantlyClient(options);
  } catch (error) {
    return error;
  }
  throw new Error("the client was created");
}

describe("the environment", () => {
  test("gives the key and the base URL", async () => {
    vi.stubEnv("INSTANTLY_API_KEY", ` ${canaryKey}\n`);
    vi.stubEnv("INSTANTLY_BASE_URL", "http://127.0.0.1:4010");
    expect(await requestWith({})).toEqual({ origin: "http://127.0.0.1:4010", key: canaryKey });
    expect(Object.keys(createInstantlyClient())).toContain("leads");
  });

  test("gives way to the options", async () => {
    vi.stubEnv("INSTANTLY_API_KEY", "key-of-the-environment");
    vi.stubEnv("INSTANTLY_BASE_URL", "http://127.0.0.1:4010");
    const baseUrl = "http://127.0.0.1:4011";
    expect(await requestWith({ apiKey: "key-of-the-options", baseUrl })).toEqual({
      origin: baseUrl,
      key: "key-of-the-options",
    });
  });

  test.each([undefined, "", " "])(
    "does not replace a given key that is %j: it may be of another workspace",
    (apiKey) => {
      vi.stubEnv("INSTANTLY_API_KEY", canaryKey);
      const error = errorOf({ apiKey } as InstantlyClientOptions);
      expect(error).toMatchObject({
        code: "invalid_config",
        message: expect.stringMatching(/^apiKey is empty.*leave it out to use/),
      });
      expectNoKeyInError(error, canaryKey);
    },
  );

  test("leaves the default if the base URL is blank, and is named if it is wrong", async () => {
    vi.stubEnv("INSTANTLY_API_KEY", canaryKey);
    vi.stubEnv("INSTANTLY_BASE_URL", "");
    expect(await requestWith({})).toMatchObject({ origin: "https://api.instantly.ai" });
    vi.stubEnv("INSTANTLY_BASE_URL", "http://api.instantly.ai");
    expect(errorOf()).toMatchObject({ code: "invalid_config", message: expect.stringContaining("INSTANTLY_BASE_URL") });
  });
});

test("without a key anywhere, the error says where to get one", () => {
  vi.stubEnv("INSTANTLY_API_KEY", undefined);
  expect(errorOf()).toMatchObject({
    code: "invalid_config",
    outcome: "not_sent",
    message: expect.stringMatching(/INSTANTLY_API_KEY.*https:\/\/app\.instantly\.ai/),
  });
});

test.each([
  ["without a process", undefined],
  ["without variables", {}],
  [
    "that throws",
    Object.defineProperty({}, "env", {
      get: () => {
        throw new Error("permission denied");
      },
    }),
  ],
])("works in a runtime %s", async (_, process) => {
  vi.stubGlobal("process", process);
  const result = await requestWith({ apiKey: "key-of-the-options", baseUrl: "http://127.0.0.1:4011" });
  const error = errorOf();
  vi.unstubAllGlobals();
  expect(result).toMatchObject({ key: "key-of-the-options" });
  expect(error).toMatchObject({ code: "invalid_config" });
});
