import path from "node:path";
import type { RemainingItem } from "./remaining-item.ts";

const COMPILE_ERROR = /^(?:@modulex-instantly\/([\w-]+):[\w:-]+: )?(\S+\.m?tsx?)\((\d+),\d+\): error (TS\d+): (.*)$/;

/**
 * Reads the errors of the TypeScript compiler, each with the lines that explain it.
 *
 * @param output of `tsc` in the root, or of Turbo, which puts the name of the package before each line.
 */
export function compileErrors(output: string): RemainingItem[] {
  const items: { place: string; what: string }[] = [];
  let isOpen = false;
  for (const line of output.split("\n")) {
    const [, folder, file = "", row, code, message = ""] = COMPILE_ERROR.exec(line) ?? [];
    const explanation = /^(?:@modulex-instantly\/[\w-]+:[\w:-]+: )? {2,}(.*)$/.exec(line)?.[1];
    const last = items.at(-1);
    if (code !== undefined) {
      const place = folder === undefined ? file : path.posix.join("packages", folder, file);
      items.push({ place: `${place}:${row}`, what: `${code}: ${message}` });
    } else if (isOpen && last && explanation !== undefined) last.what += ` ${explanation.trim()}`;
    isOpen = code !== undefined || (isOpen && explanation !== undefined);
  }
  return items;
}

interface VitestReport {
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly message?: string;
    readonly assertionResults: readonly {
      readonly fullName: string;
      readonly status: string;
      readonly failureMessages?: readonly string[];
    }[];
  }[];
}

/** Reads the failed tests of a JSON report of Vitest, each with the first lines of its error. */
export function failedTests(root: string, json: string): RemainingItem[] {
  const { testResults } = JSON.parse(json) as VitestReport;
  return testResults.flatMap(({ name, status, message = "", assertionResults }) => {
    const place = path.relative(root, name).replaceAll(path.sep, "/");
    const failed = assertionResults.filter((result) => result.status === "failed");
    if (failed.length === 0)
      return status === "failed" ? [{ place, what: `does not run: ${firstLines(message)}` }] : [];
    return failed.map(({ fullName, failureMessages = [] }) => ({
      place,
      what: `"${fullName}" fails: ${firstLines(failureMessages.join("\n"))}`,
    }));
  });
}

function firstLines(message: string): string {
  const lines = message.split("\n").filter((line) => line.trim() !== "" && !/^\s+at /.test(line));
  return lines.slice(0, 3).join(" ").trim();
}
