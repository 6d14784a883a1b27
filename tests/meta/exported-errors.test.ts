import * as actions from "@modulex-instantly/actions";
import * as aiSdk from "@modulex-instantly/actions/ai-sdk";
import * as anthropic from "@modulex-instantly/actions/anthropic";
import * as langchain from "@modulex-instantly/actions/langchain";
import * as mcpAdapter from "@modulex-instantly/actions/mcp";
import * as openai from "@modulex-instantly/actions/openai";
import * as openaiAgents from "@modulex-instantly/actions/openai-agents";
import * as client from "@modulex-instantly/client";
import * as node from "@modulex-instantly/client/node";
import * as opentelemetry from "@modulex-instantly/client/opentelemetry";
import * as redis from "@modulex-instantly/client/redis";
import * as mcp from "@modulex-instantly/mcp";
import * as sandbox from "@modulex-instantly/sandbox";
import * as types from "@modulex-instantly/types";
import { expect, test } from "vitest";
import { publishedPackages } from "../packed/published-packages.ts";
import { unbrandedErrors } from "./unbranded-errors.ts";

const entries: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  "types .": types,
  "client .": client,
  "client ./node": node,
  "client ./opentelemetry": opentelemetry,
  "client ./redis": redis,
  "actions .": actions,
  "actions ./ai-sdk": aiSdk,
  "actions ./anthropic": anthropic,
  "actions ./langchain": langchain,
  "actions ./mcp": mcpAdapter,
  "actions ./openai": openai,
  "actions ./openai-agents": openaiAgents,
  "sandbox .": sandbox,
  "mcp .": mcp,
};

test("every entry of every package is checked", () => {
  const published = publishedPackages().flatMap(({ folder, manifest }) =>
    Object.keys(manifest.exports ?? {})
      .filter((entry) => !entry.endsWith(".json"))
      .map((entry) => `${folder} ${entry}`),
  );
  expect(Object.keys(entries).sort()).toEqual(published.sort());
});

test.each(Object.keys(entries))("%s exports no error without the brand", (entry) => {
  expect(unbrandedErrors(entries[entry] ?? {})).toEqual([]);
});

test("an error without the brand is named, one with the brand is not", () => {
  class QuotaError extends Error {}
  class ChildError extends client.InstantlyError {}
  expect(unbrandedErrors({ ...client, QuotaError, ChildError })).toEqual(["QuotaError"]);
});
