import { execFile } from "node:child_process";
import path from "node:path";
import { promisify } from "node:util";

const WIDTH = 100;
const LINE_PX = 20;
const PADDING_PX = 18;
/** The delay between two lines. */
const STEP_S = 0.18;

/**
 * Runs the tour, and returns the lines that its recording shows: each action and its purpose, and the outbox. Times and ports
 * differ from run to run, so they are left out.
 */
export async function tourLines(root: string): Promise<string[]> {
  const parameters = ["--tsconfig", "tsconfig.source.json", "examples/tour.ts"];
  const { stdout } = await promisify(execFile)(path.join(root, "node_modules/.bin/tsx"), parameters, { cwd: root });
  const shown = stdout
    .split("\n")
    .filter((line) => /^(An outreach| ?\d+ {2}|Three days|The outbox| {4}\d{4}-)/.test(line))
    .map((line) => line.replace(/, \d+ ms$/, "").replace(/ at http:\S+\./, "."))
    .map((line) => (line.length > WIDTH ? `${line.slice(0, WIDTH - 1)}…` : line));
  return ["$ npx -y pnpm@10.34.9 start", ...shown];
}

/** Draws lines of a terminal, which appear one after the other and then stay. Readers who prefer it see no motion. */
export function recordingSvg(title: string, lines: readonly string[]): string {
  const height = lines.length * LINE_PX + 2 * PADDING_PX;
  const rows = lines.map((line, index) => {
    const kind = line.startsWith("$")
      ? "command"
      : /^ ?\d+ {2}/.test(line)
        ? "action"
        : line.startsWith(" ")
          ? "detail"
          : "plain";
    const y = PADDING_PX + (index + 0.75) * LINE_PX;
    return `<text class="${kind}" x="${PADDING_PX}" y="${y}" style="animation-delay:${(index * STEP_S).toFixed(2)}s" xml:space="preserve">${escapeXml(line)}</text>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 900 ${height}" role="img" aria-label="${escapeXml(title)}">
<title>${escapeXml(title)}</title>
<style>
text { font: 14px ui-monospace, "DejaVu Sans Mono", Menlo, Consolas, monospace; fill: #d7dbe8; animation: appear .2s both }
.command { fill: #7ee2a8 } .action { fill: #fff } .detail { fill: #9fb0e0 }
@keyframes appear { from { opacity: 0 } to { opacity: 1 } }
@media (prefers-reduced-motion: reduce) { text { animation: none } }
</style>
<rect width="100%" height="100%" rx="10" fill="#131a35"/>
${rows.join("\n")}
</svg>
`;
}

function escapeXml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
