import { readFileSync } from "node:fs";
import { cpus, loadavg, release, totalmem, type } from "node:os";
import { formatNumber } from "./format-figure.ts";

/** The machine, its load and all versions, as rows of a name and a value. */
export function environment(loadAtStart: readonly number[]): readonly (readonly [string, string])[] {
  const { dependencies } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8")) as {
    readonly dependencies: Readonly<Record<string, string>>;
  };
  const compared = Object.entries(dependencies).filter(([, version]) => !version.startsWith("workspace:"));
  const load = (numbers: readonly number[]) => numbers.map((number) => number.toFixed(2)).join(", ");
  return [
    ["Date", new Date().toISOString().slice(0, 10)],
    ["Processor", `${cpus().length} x ${cpus()[0]?.model ?? "unknown"}`],
    ["Memory", `${formatNumber(Math.round(totalmem() / 2 ** 30))} GiB`],
    ["System", `${type()} ${release().split("-")[0]}`],
    ["Load before and after (1, 5, 15 minutes)", `${load(loadAtStart)}; ${load(loadavg())}`],
    [
      "Node",
      `${process.versions.node}, its own undici ${process.versions["undici"] ?? "unknown"}, V8 ${process.versions.v8}`,
    ],
    ["Compared", compared.map(([name, version]) => `${name} ${version}`).join(", ")],
  ];
}
