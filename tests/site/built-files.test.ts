import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { describe, expect, it } from "vitest";

const folder = path.resolve(import.meta.dirname, "../../docs-dist");

describe("the files of the built site", () => {
  it("has a title, one h1, no skipped heading level and unique ids on every page", async () => {
    const files = (await readdir(folder, { recursive: true })).filter((file) => file.endsWith(".html"));
    expect(files.length).toBeGreaterThan(200);
    const titles = new Map<string, string>();
    for (const file of files.filter((each) => each !== "404.html")) {
      const text = await readFile(path.join(folder, file), "utf8");
      const title = /<title>([^<]*)/.exec(text)?.[1] ?? "";
      expect([title.length > 5, titles.get(`${path.dirname(file)} ${title}`)], `title of ${file}`).toEqual([
        true,
        undefined,
      ]);
      titles.set(`${path.dirname(file)} ${title}`, file);
      const main = text.slice(text.indexOf('id="VPContent"'));
      const levels = [...main.matchAll(/<h([1-6])/g)].map(([, level]) => Number(level));
      const jumps = levels.filter((level, index) => level > (levels[index - 1] ?? 0) + 1);
      expect([levels.filter((level) => level === 1).length, jumps], `headings of ${file}`).toEqual([1, []]);
      const ids = [...text.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
      expect(
        ids.filter((id, index) => ids.indexOf(id) !== index),
        `ids of ${file}`,
      ).toEqual([]);
      expect(existsSync(path.join(folder, file.replace(/html$/, "md"))), `Markdown of ${file}`).toBe(true);
    }
  });

  it("has a sitemap, a picture for previews, llms.txt and llms-full.txt", async () => {
    const sitemap = await readFile(path.join(folder, "sitemap.xml"), "utf8");
    expect(sitemap).toContain("/guides/quick-start</loc>");
    const home = await readFile(path.join(folder, "index.html"), "utf8");
    expect(home).toMatch(/property="og:image" content="https:[^"]*social-card.png"/);
    expect(existsSync(path.join(folder, "social-card.png"))).toBe(true);
    const short = await readFile(path.join(folder, "llms.txt"), "utf8");
    const full = await readFile(path.join(folder, "llms-full.txt"), "utf8");
    expect(short).toContain("get_lead");
    for (const text of ["# Sending safely", "# Create a lead", "# `get_lead`"]) expect(full).toContain(text);
  });
});
