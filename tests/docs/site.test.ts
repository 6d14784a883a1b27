import { readFileSync } from "node:fs";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { createMarkdownRenderer } from "vitepress";
import { describe, expect, it } from "vitest";
import type { OperationId } from "../../packages/client/src/index.ts";
import { brokenLinks } from "../../scripts/docs/broken-links.ts";
import { siteContent } from "../../scripts/docs/content.ts";
import { llmsText } from "../../scripts/docs/llms-text.ts";
import { code } from "../../scripts/docs/markdown/text.ts";
import { pagePath } from "../../scripts/docs/page-path.ts";
import { fieldId, fieldsOf } from "../../scripts/docs/parts/field-list.ts";
import { checkGuideGroups } from "../../scripts/docs/source/guide-groups.ts";
import { loadSiteSource } from "../../scripts/docs/source/load-site-source.ts";
import { bodyOf, responseId, responsesOf } from "../../scripts/docs/source/operation-parts.ts";
import type { JsonSchema } from "../../scripts/spec/open-api-document.ts";
import { markdown } from "../../site/.vitepress/markdown.ts";
import { operationRows } from "../operations.ts";

const root = path.resolve(import.meta.dirname, "../..");
const source = await loadSiteSource(root);
const files = siteContent(source);
const { document, operations, actions } = source;
const place = { document, page: "" };

const textOf = (name: string): string => {
  const text = files.get(name);
  if (text === undefined) throw new Error(`the site has no ${name}`);
  return text;
};
const idsIn = (name: string): string[] => [...textOf(name).matchAll(/ \{#([^}]*)\}$/gm)].map(([, id = ""]) => id);
const fieldIds = (schema: JsonSchema | undefined, prefix: string): string[] =>
  fieldsOf(schema ?? {}, place).map(({ name }) => fieldId(prefix, name));

describe("the site", () => {
  it("has a page for every guide, and rejects two with the same path", () => {
    for (const { file, text } of source.guides) {
      if (file === "README.md") continue; // The home page is its own.
      const [title = ""] = /^# .+$/m.exec(text) ?? [];
      expect(textOf(pagePath.guide(file)), file).toContain(title);
    }
    const [guide] = source.guides.filter(({ file }) => file !== "README.md");
    if (!guide) throw new Error("there are no guides");
    expect(() => siteContent({ ...source, guides: [guide, guide] })).toThrow(`path ${pagePath.guide(guide.file)}`);
  });

  it("names a documentation file without a place in the navigation, and a place without a file", () => {
    const known = source.guides.map(({ file }) => file);
    expect(() => checkGuideGroups(known)).not.toThrow();
    expect(() => checkGuideGroups([...known, "docs/lost.md"])).toThrow("docs/lost.md is in no group");
    expect(() => checkGuideGroups(known.filter((file) => file !== "docs/errors.md"))).toThrow(
      "docs/errors.md does not exist",
    );
  });

  it("changes links to files into links to pages, or to the repository, but not in code", () => {
    const text = [
      "# Links",
      "[errors](errors.md#codes) [`code` and text](../packages/client/src/index.ts) `[not](errors.md)`",
      "```md\n[not](errors.md)\n```",
      "[away](https://example.com/a.md) [on the page](#links)",
      "![the tour](pictures/tour.svg)",
    ].join("\n\n");
    const guide = { file: "docs/links.md", text };
    const page = siteContent({ ...source, guides: [...source.guides, guide] }).get("guides/links.md");
    expect(page).toContain("[errors](./errors.md#codes)");
    expect(page).toContain(
      "[`code` and text](https://github.com/modulex-instantly/modulex-instantly/blob/main/packages/client/src/index.ts)",
    );
    expect(page).toContain("`[not](errors.md)`");
    expect(page).toContain("```md\n[not](errors.md)\n```");
    expect(page).toContain("[away](https://example.com/a.md) [on the page](#links)");
    expect(page).toContain("![the tour](/pictures/tour.svg)");
  });

  it.each(operations.map((found) => [found.operation.operationId, found] as const))(
    "describes %s completely",
    (id, found) => {
      const page = pagePath.operation(id);
      const text = textOf(page);
      const { operation, method, pathTemplate } = found;
      const responses = responsesOf(document, operation);
      expect(idsIn(page)).toEqual(
        expect.arrayContaining([
          ...(operation.parameters ?? []).map((parameter) => fieldId(`${parameter.in}-`, parameter.name)),
          ...fieldIds(bodyOf(operation)?.schema, "body-"),
          ...responses
            .filter(({ isSuccess }) => isSuccess)
            .flatMap(({ json, status }, index) => fieldIds(json?.schema, `${responseId(index, status)}-`)),
        ]),
      );
      const told = [operation["x-effect"], ...operation["x-scopes"], ...responses.map(({ status }) => status)];
      for (const word of [`${method} ${pathTemplate}`, ...told]) expect(text).toContain(code(word));
      const using = actions.filter(({ action }) => action.http.operation === id);
      expect(using.length > 0).toBe(operationRows[id as OperationId].action !== null);
      for (const { action } of using) expect(text).toContain(`(../actions/${action.name}.md)`);
      for (const { status } of responses.filter(({ isSuccess }) => !isSuccess))
        expect(source.errorCodes.has(status)).toBe(true);
      for (const tab of ["Client", "curl", ...(using.length > 0 ? ["Action", "CLI"] : [])])
        expect(text).toContain(`[${tab}]`);
    },
  );

  it.each(actions.map((documented) => [documented.action.name, documented] as const))(
    "describes %s completely",
    (name, documented) => {
      const { action } = documented;
      const page = pagePath.action(name);
      expect(idsIn(page)).toEqual(
        expect.arrayContaining([
          ...Object.keys(action.inputSchema.properties).map((field) => fieldId("input-", field)),
          ...Object.keys(action.outputSchema.properties).map((field) => fieldId("output-", field)),
        ]),
      );
      for (const word of [action.effect, action.approval, ...action.scopes]) expect(textOf(page)).toContain(code(word));
      for (const [hint, value] of Object.entries(action.annotations))
        expect(textOf(page)).toContain(`${hint}: ${value}`);
    },
  );

  it("lists every value of every enum, with its meaning", () => {
    const all = [...files]
      .filter(([name]) => name.startsWith("schemas/"))
      .map(([, text]) => text)
      .join();
    const enums = [...JSON.stringify(document.components.schemas).matchAll(/"x-enumDescriptions":(\{[^}]*\})/g)];
    expect(enums.length).toBeGreaterThan(10);
    for (const [, text = ""] of enums) {
      for (const value of Object.keys(JSON.parse(text))) expect(all).toContain(`- ${code(value)} `);
    }
  });

  it("renders no text as HTML or as a template", async () => {
    const evil =
      '</code></script>`` ` ``` <img src=x onerror="alert(1)"> {{ constructor }} | ::: [x](javascript:alert(1))';
    const poisoned = structuredClone(document);
    const { Lead } = poisoned.components.schemas;
    if (!Lead?.properties) throw new Error("there is no Lead");
    Object.assign(Lead, { description: evil, title: evil, examples: [{ [evil]: evil }] });
    Lead.properties[evil] = { type: evil, description: `**${evil}**`, enum: [evil], default: evil, pattern: evil };
    const found = operations.map((each) => ({
      ...each,
      operation: { ...each.operation, summary: evil, description: evil, "x-scopes": [evil], "x-evidence": [evil] },
    }));
    const guides = [...source.guides, { file: "docs/evil.md", text: `# ${evil}\n\n${evil}\n` }];
    const renderer = await createMarkdownRenderer(root, markdown, "/");
    const made = siteContent({ ...source, document: poisoned, operations: found, guides });
    const chosen = [...made].filter(([name]) => /^(operations|schemas|guides\/evil)/.test(name));
    expect(chosen.length).toBeGreaterThan(20);
    for (const [name, text] of chosen) {
      const html = renderer.render(text.replace(/^---\n[\s\S]*?\n---\n/, ""));
      expect(html, name).not.toMatch(/<img|<\/script|\{\{|href="javascript/);
    }
  });
});

it("the check of the built site reports broken links", async () => {
  const folder = await mkdtemp(path.join(tmpdir(), "modulex-instantly-links-"));
  try {
    await mkdir(path.join(folder, "guides"));
    const links = ["#here", "#there", "gone", "guides/one", "guides/one#two", "https://example.com/"];
    const page = `<h2 id="here"></h2>${links.map((href) => `<a href="${href}"></a>`).join("")}`;
    await writeFile(path.join(folder, "page.html"), page);
    await writeFile(path.join(folder, "guides/one.html"), "<h1>One</h1>");
    expect(await brokenLinks(folder)).toEqual(["page.html: #there", "page.html: gone", "page.html: guides/one#two"]);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

describe("llms.txt", () => {
  it("matches the registry; `pnpm docs:build` writes it", () => {
    expect(readFileSync(path.join(root, "llms.txt"), "utf8")).toBe(llmsText(source));
  });

  it("has a line for every action", () => {
    for (const { action } of actions) expect(llmsText(source)).toContain(`- ${action.name}: ${action.summary}`);
  });
});
