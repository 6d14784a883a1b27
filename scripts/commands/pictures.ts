/**
 * `pnpm docs:pictures`: draws the recording of the tour, docs/pictures/tour.svg, the picture for previews of links,
 * site/public/social-card.png, and those of the page of the sandbox, which a test makes. All but the first need Chromium.
 */
import { spawnSync } from "node:child_process";
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { openChromium } from "../../tests/support/open-chromium.ts";
import { recordingSvg, tourLines } from "../docs/recording.ts";

const root = path.resolve(import.meta.dirname, "../..");
const file = path.join(root, "site/public/social-card.png");
const card = `<!doctype html><style>
  body { margin: 0; width: 1200px; height: 630px; box-sizing: border-box; padding: 90px; background: #16204a; color: #fff;
    font: 40px/1.4 sans-serif; display: flex; flex-direction: column; justify-content: center }
  h1 { font-size: 84px; margin: 0 0 28px } p { margin: 0; color: #c9d3ff } code { color: #fff; font-size: 34px; margin-top: 56px }
</style><h1>modulex-instantly</h1><p>TypeScript for the Instantly API: a client that never sends the same email twice,
actions for agents, and a sandbox that sends nothing.</p><code>npm install @modulex-instantly/client</code>`;

const recording = path.join(root, "docs/pictures/tour.svg");
await mkdir(path.dirname(recording), { recursive: true });
await writeFile(recording, recordingSvg("An outreach with all actions on the sandbox", await tourLines(root)));
const browser = await openChromium();
try {
  const page = await browser.newPage({ viewport: { width: 1200, height: 630 } });
  await page.setContent(card);
  await mkdir(path.dirname(file), { recursive: true });
  await page.screenshot({ path: file });
} finally {
  await browser.close();
}
for (const each of [recording, file]) console.log(path.relative(process.cwd(), each));

const test = ["node_modules/vitest/vitest.mjs", "run", "--config", "tests/inspector/vitest.config.ts", "pictures"];
const env = { ...process.env, WRITE_PICTURES: "1" };
process.exitCode = spawnSync(process.execPath, test, { cwd: root, env, stdio: "inherit" }).status ?? 1;
