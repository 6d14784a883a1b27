import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { readTask, sendToParent } from "../harness/child-process.ts";
import { formatEstimate } from "../report/format-figure.ts";
import type { Section } from "../report/section.ts";
import { estimate, ratioEstimate } from "../statistics/estimate.ts";
import { shuffled } from "../statistics/shuffled.ts";
import type { RunOptions } from "./run-options.ts";

/** Scripts that import a client and create an instance. */
const SCRIPTS: Readonly<Record<string, string>> = {
  "openapi-fetch": `(await import("openapi-fetch")).default({ baseUrl: "https://api.example.com" });`,
  "this client": `(await import("@modulex-instantly/client")).createInstantlyClient({ apiKey: "bench-key-of-nobody" });`,
  ky: `(await import("ky")).default.create({});`,
  ofetch: `(await import("ofetch")).ofetch.create({});`,
  openai: `new (await import("openai")).default({ apiKey: "bench-key-of-nobody" });`,
  undici: `new (await import("undici")).Agent();`,
  got: `(await import("got")).got.extend({});`,
  axios: `(await import("axios")).default.create({});`,
};
const FEW = ["openapi-fetch", "this client"];

async function importTime({ isShort }: RunOptions): Promise<Section> {
  const names = Object.keys(SCRIPTS).filter((name) => !isShort || FEW.includes(name));
  const samples = new Map(names.map((name) => [name, [] as number[]]));
  for (let round = 0; round < (isShort ? 21 : 41); round += 1) {
    for (const name of shuffled(names)) samples.get(name)?.push(await timed(SCRIPTS[name] ?? ""));
  }
  const of = (name: string) => samples.get(name) ?? [];
  const base = of("openapi-fetch");
  return {
    title: "Import",
    method:
      "Every sample is a new Node process that imports the built package, creates a client and measures the time itself. " +
      "Interleaved, so that the ratio is the median of the ratios within a round. Node loads its own fetch when it is first used: openapi-fetch uses it when it creates a client, this client with its first call.",
    figures: [
      {
        what: "import of the built client over openapi-fetch",
        measured: ratioEstimate(of("this client"), base),
        unit: "x",
        goal: { atMost: 0.4, allowance: 0.1 },
      },
    ],
    table: {
      head: ["client", "ms", "÷ openapi-fetch"],
      rows: names.map((name) => [
        name,
        formatEstimate(estimate(of(name))),
        formatEstimate(ratioEstimate(of(name), base)),
      ]),
    },
  };
}

async function timed(script: string): Promise<number> {
  const timing = `const startedAt = performance.now(); ${script} console.log(performance.now() - startedAt); process.exit();`;
  const cwd = fileURLToPath(new URL("..", import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, ["--input-type=module", "--eval", timing], { cwd });
  const ms = Number(stdout);
  if (!(ms > 0)) throw new Error(`the script ${script} reported no time`);
  return ms;
}

sendToParent(await importTime(readTask<RunOptions>()));
