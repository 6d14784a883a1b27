import type { LoggedRequestDetail } from "@modulex-instantly/sandbox";
import { repeatable } from "./repeatable.ts";
import { safeJson } from "./safe-json.ts";

/** The longest body in an argument: Linux refuses arguments of more than 128 KiB. */
const LONGEST_ARGUMENT = 100_000;

/** A text as one word of a POSIX shell, whatever it contains. */
export function shellWord(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}

/** The request as a command for a shell. The key is a variable; the address is that of the sandbox. */
export function curlText(request: LoggedRequestDetail, baseUrl: string): string {
  const { method, path, query, body, workspace, notes } = repeatable(request);
  const pairs = Object.entries(query ?? {}).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value]).map((each) => [name, String(each)]),
  );
  const target = pairs.length === 0 ? path : `${path}?${new URLSearchParams(pairs)}`;
  // One line of valid UTF-8: control characters and unpaired surrogates are escapes in it.
  const json = body === null ? undefined : safeJson(body);
  const isLong = json !== undefined && new TextEncoder().encode(json).length > LONGEST_ARGUMENT;
  const options = [
    `curl -sS -X ${/^[A-Z]+$/.test(method) ? method : shellWord(method)} "$INSTANTLY_BASE_URL"${shellWord(target)}`,
    request.key === "none" ? undefined : `-H "Authorization: Bearer $INSTANTLY_API_KEY"`,
    workspace === undefined ? undefined : `-H ${shellWord(`x-as-workspace: ${workspace}`)}`,
    json === undefined ? undefined : "-H 'Content-Type: application/json'",
    json === undefined ? undefined : isLong ? "--data-binary @- <<'JSON'" : `--data-raw ${shellWord(json)}`,
  ].filter((option) => option !== undefined);
  return [
    ...notes.map((note) => `# ${note}`),
    `export INSTANTLY_BASE_URL=${shellWord(baseUrl)}`,
    options.join(" \\\n  "),
    ...(isLong ? [json, "JSON"] : []),
    "",
  ].join("\n");
}
