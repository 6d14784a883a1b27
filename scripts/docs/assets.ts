import { readFile } from "node:fs/promises";
import path from "node:path";
import { build } from "esbuild";
import type { SearchEntry } from "./search-entry.ts";

const ICON = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="#0f766e"/><path d="M8 11.5 16 17l8-5.5M8 10h16v12H8z" fill="none" stroke="#fff" stroke-width="2" stroke-linejoin="round"/></svg>\n`;

/** The style sheets in the order of the cascade. */
const STYLES = ["base", "text", "layout", "search", "reference"] as const;

/** The files shared by all pages: styles, script, search data, icon. */
export async function assets(entries: readonly SearchEntry[]): Promise<Map<string, string>> {
  const script = await build({
    entryPoints: [path.join(import.meta.dirname, "browser/site.ts")],
    bundle: true,
    minify: true,
    write: false,
    format: "iife",
    target: "es2022",
    legalComments: "none",
  });
  return new Map([
    ["assets/site.css", (await Promise.all(STYLES.map(styleText))).join("\n")],
    ["assets/site.js", script.outputFiles[0]?.text ?? ""],
    ["assets/search-data.js", `globalThis.searchEntries = ${JSON.stringify(entries)};\n`],
    ["assets/icon.svg", ICON],
  ]);
}

function styleText(name: string): Promise<string> {
  return readFile(path.join(import.meta.dirname, "style", `${name}.css`), "utf8");
}
