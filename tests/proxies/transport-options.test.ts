import { nodeTransport } from "@modulex-instantly/client/node";
import { afterEach, describe, expect, test, vi } from "vitest";
import { failingLookup } from "../faults/client/failing-lookup.ts";
import { createdList } from "./created-list.ts";
import type { ProxyServer } from "./proxy-server.ts";
import { startProxy } from "./proxy-server.ts";

const closers: (() => void)[] = [];
afterEach(() => {
  vi.unstubAllEnvs();
  for (const close of closers.splice(0)) close();
});

async function refusingProxy(): Promise<ProxyServer> {
  const proxy = await startProxy("refuse");
  closers.push(proxy.close);
  return proxy;
}

describe("the environment", () => {
  const variables: Record<string, string | undefined> = {
    HTTPS_PROXY: undefined,
    https_proxy: undefined,
    NO_PROXY: undefined,
    no_proxy: undefined,
  };
  /** Whether a call to a host goes through the proxy of the environment. */
  async function isProxied(baseUrl: string, env: Readonly<Record<string, string>>): Promise<boolean> {
    const proxy = await refusingProxy();
    for (const [name, value] of Object.entries({ ...variables, ...env }))
      vi.stubEnv(name, value?.replace("PROXY", proxy.url));
    await createdList(baseUrl, { lookup: failingLookup("ENOTFOUND", 9) });
    return proxy.requests.length > 0;
  }

  test.each<[string, string, Readonly<Record<string, string>>, boolean]>([
    ["HTTPS_PROXY", "https://api.invalid", { HTTPS_PROXY: "PROXY" }, true],
    [
      "https_proxy, which comes first",
      "https://api.invalid",
      { https_proxy: "PROXY", HTTPS_PROXY: "http://127.0.0.1:9" },
      true,
    ],
    ["a loopback address", "https://127.0.0.1:9", { HTTPS_PROXY: "PROXY" }, false],
    [
      "HTTP_PROXY and ALL_PROXY, which are not read",
      "https://api.invalid",
      { HTTP_PROXY: "PROXY", ALL_PROXY: "PROXY" },
      false,
    ],
    [
      "NO_PROXY with the host",
      "https://api.invalid",
      { HTTPS_PROXY: "PROXY", NO_PROXY: "other.invalid, api.invalid" },
      false,
    ],
    ["NO_PROXY with its domain", "https://api.invalid", { HTTPS_PROXY: "PROXY", NO_PROXY: ".invalid" }, false],
    ["NO_PROXY with all", "https://api.invalid", { HTTPS_PROXY: "PROXY", no_proxy: "*" }, false],
    ["NO_PROXY with another port", "https://api.invalid", { HTTPS_PROXY: "PROXY", NO_PROXY: "api.invalid:8443" }, true],
    [
      "NO_PROXY with the end of the name only",
      "https://api.invalid",
      { HTTPS_PROXY: "PROXY", NO_PROXY: "pi.invalid" },
      true,
    ],
  ])("%s", async (_, baseUrl, env, proxied) => {
    expect(await isProxied(baseUrl, env)).toBe(proxied);
  });

  test("does not matter for a transport with `proxy: false`", async () => {
    const proxy = await refusingProxy();
    vi.stubEnv("HTTPS_PROXY", proxy.url);
    await createdList("https://api.invalid", { proxy: false, lookup: failingLookup("ENOTFOUND", 9) });
    expect(proxy.requests).toEqual([]);
  });
});

describe("an option", () => {
  test.each([
    "",
    "socks5://127.0.0.1:1080",
    "http://user:pass%word@127.0.0.1",
    "http://127.0.0.1/path",
    "http://",
    true,
    3128,
  ])("proxy of %j is refused without quoting it", (proxy) => {
    const create = () => nodeTransport({ proxy: proxy as string });
    expect(create).toThrow(
      /proxy must be the URL of an http or https proxy, such as "http:\/\/127.0.0.1:3128", or false/,
    );
    expect(create).not.toThrow(/pass|socks/);
  });

  test("of the environment is refused by its name", () => {
    vi.stubEnv("HTTPS_PROXY", "ftp://user:secret@127.0.0.1");
    expect(() => nodeTransport()).toThrow(/^HTTPS_PROXY must be/);
    expect(() => nodeTransport({ proxy: false })).not.toThrow();
  });

  test("that does not exist is refused with the nearest one", () => {
    expect(() => nodeTransport({ prox: "http://127.0.0.1" } as never)).toThrow(/prox\b.*proxy/);
  });

  test.each(["127.0.0.1:3128", " http://127.0.0.1:3128 ", new URL("https://127.0.0.1")])(
    "proxy of %j is accepted",
    (proxy) => {
      expect(() => nodeTransport({ proxy })).not.toThrow();
    },
  );
});
