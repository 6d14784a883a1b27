import type { FoundOperation } from "../../spec/operations.ts";
import type { SampleCall } from "./sample-call.ts";

/** A call as a curl command. `INSTANTLY_BASE_URL` is the address of a sandbox, or `https://api.instantly.ai`. */
export function sampleCurl({ method, pathTemplate, operation }: FoundOperation, call: SampleCall): string {
  const given = [...call.arguments];
  const hasId = operation.parameters?.some((parameter) => parameter.in === "path") ?? false;
  const path = hasId ? pathTemplate.replace(/\{\w+\}/, encodeURIComponent(String(given.shift()))) : pathTemplate;
  const [input] = given;
  const query = input === undefined || operation.requestBody ? "" : `?${queryOf(input)}`;
  const lines = [
    `curl -sS --fail-with-body${method === "GET" ? "" : ` -X ${method}`} "$INSTANTLY_BASE_URL${path}${query}"`,
    '-H "Authorization: Bearer $INSTANTLY_API_KEY"',
  ];
  if (operation.requestBody) {
    lines.push('-H "Content-Type: application/json"', `-d ${shellQuoted(JSON.stringify(input ?? {}, null, 2))}`);
  }
  return lines.join(" \\\n  ");
}

function queryOf(input: unknown): string {
  const pairs = Object.entries(input as Record<string, unknown>).map(([name, value]) => [name, String(value)]);
  return new URLSearchParams(pairs).toString();
}

function shellQuoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
