import path from "node:path";
import ts from "typescript";
import { expect, test } from "vitest";

const root = path.resolve(import.meta.dirname, "../../..");
const file = path.join(root, "tests/client/telemetry/consumer.ts");
const flags: ts.CompilerOptions = {
  module: ts.ModuleKind.NodeNext,
  target: ts.ScriptTarget.ES2023,
  lib: ["lib.es2023.d.ts", "lib.dom.d.ts", "lib.dom.iterable.d.ts", "lib.dom.asynciterable.d.ts"],
  strict: true,
  exactOptionalPropertyTypes: true,
  noEmit: true,
  types: [],
};

/** Compiles a program with its declarations, in a project that has no package of OpenTelemetry. */
function problemsOf(code: string): string[] {
  const host = ts.createCompilerHost(flags);
  const { fileExists, readFile, getSourceFile, directoryExists } = host;
  const isHidden = (name: string) => name.includes("@opentelemetry");
  Object.assign(host, {
    fileExists: (name: string) => name === file || (!isHidden(name) && fileExists(name)),
    directoryExists: (name: string) => !isHidden(name) && directoryExists?.(name),
    readFile: (name: string) => (name === file ? code : readFile(name)),
    getSourceFile: (name: string, version: ts.ScriptTarget) =>
      name === file ? ts.createSourceFile(name, code, version) : getSourceFile(name, version),
  });
  const program = ts.createProgram([file], flags, host);
  return ts.getPreEmitDiagnostics(program).map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, " "));
}

test("a program without @opentelemetry/api compiles the root, node and redis entries with their declarations", () => {
  const code = `
    import type { CallEvent, Hooks } from "@modulex-instantly/client";
    import { createInstantlyClient } from "@modulex-instantly/client";
    import { redisRateLimitStore } from "@modulex-instantly/client/redis";
    const hooks: Hooks = { onEnd: ({ callId, outcome }: CallEvent) => void [callId.length, outcome === "applied"] };
    export const used = [createInstantlyClient({ hooks }), redisRateLimitStore];`;
  expect(problemsOf(code)).toEqual([]);
}, 60_000);

test("and one that imports the hooks is told which package is missing", () => {
  const code =
    'import { openTelemetryHooks } from "@modulex-instantly/client/opentelemetry"; export const hooks = openTelemetryHooks();';
  expect(problemsOf(code)).toEqual([expect.stringContaining("Cannot find module '@opentelemetry/api'")]);
}, 60_000);
