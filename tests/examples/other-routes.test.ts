import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { pathToFileURL } from "node:url";
import openapiTypescript, { astToString } from "openapi-typescript";
import { expect, test } from "vitest";
import { root } from "../meta/source-files.ts";
import { runExample } from "./run-example.ts";

const file = "other-routes/accounts.ts";
const folder = path.join(root, "examples/other-routes");

test("the types of the other routes are those that openapi-typescript makes of the document", async () => {
  const made = astToString(await openapiTypescript(pathToFileURL(path.join(folder, "openapi.json"))));
  const written = readFileSync(path.join(folder, "vendor-paths.gen.ts"), "utf8");
  expect(written.slice(written.indexOf("export interface paths"))).toBe(made);
});

test("the other routes are called with the key, encoded addresses and JSON, and a write is sent once", async () => {
  const requests: string[] = [];
  const account = { email: "mara+x@outreach.example.com", status: 1, daily_limit: 80 };
  const server = createServer(async (request, response) => {
    let body = "";
    for await (const chunk of request) body += String(chunk);
    requests.push(`${request.method} ${request.url} ${body}`);
    expect(request.headers.authorization).toBe("Bearer other-routes-key");
    const isPage = request.url?.startsWith("/api/v2/accounts?");
    if (request.method === "POST") response.statusCode = 503;
    else if (request.method === "PATCH") Object.assign(account, JSON.parse(body));
    response.setHeader("content-type", "application/json").end(JSON.stringify(isPage ? { items: [account] } : account));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  try {
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const env = { INSTANTLY_API_KEY: "other-routes-key", INSTANTLY_BASE_URL: url };
    const { stdout } = await runExample(file, { env });
    expect(stdout).toBe(`${account.email} 80\n${account.email}: at most 50 a day\n`);
    const paused = await runExample(file, { env, parameters: [account.email] });
    expect(paused).toMatchObject({ code: 1, stderr: expect.stringContaining("HTTP 503") });
    const address = "/api/v2/accounts/mara%2Bx%40outreach.example.com";
    expect(requests).toEqual([
      "GET /api/v2/accounts?limit=100 ",
      `PATCH ${address} {"daily_limit":50}`,
      "GET /api/v2/accounts?limit=100 ",
      `POST ${address}/pause `,
    ]);
  } finally {
    server.close();
  }
});

test("the other routes can be tried without a key", async () => {
  const { code, stdout, stderr } = await runExample(file, { parameters: ["jon@outreach.example.com"] });
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(stdout).toContain("200 jon@outreach.example.com is paused\n");
});
