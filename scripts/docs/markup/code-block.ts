import highlighter from "highlight.js/lib/core";
import bash from "highlight.js/lib/languages/bash";
import json from "highlight.js/lib/languages/json";
import typescript from "highlight.js/lib/languages/typescript";
import yaml from "highlight.js/lib/languages/yaml";
import type { Html } from "./html.ts";
import { escapeHtml, html, trusted } from "./html.ts";

for (const [name, language] of Object.entries({ ts: typescript, json, sh: bash, yaml })) {
  highlighter.registerLanguage(name, language);
}

/** A code block, highlighted at build time. An unknown language is not highlighted. */
export function codeBlock(code: string, language: string): Html {
  const text = code.trimEnd();
  const body = highlighter.getLanguage(language) ? highlighter.highlight(text, { language }).value : escapeHtml(text);
  // A scrollable block must be focusable.
  return html`<pre tabindex="0"><code>${trusted(body)}</code></pre>`;
}
