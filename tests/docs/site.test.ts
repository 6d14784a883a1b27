import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import type { OperationId } from "../../packages/client/src/index.ts";
import { brokenLinks } from "../../scripts/docs/broken-links.ts";
import { llmsText } from "../../scripts/docs/llms-text.ts";
import { escapeHtml } from "../../scripts/docs/markup/html.ts";
import { pagePath } from "../../scripts/docs/markup/page-path.ts";
import { fieldId, fieldsOf } from "../../scripts/docs/parts/field-list.ts";
import { site } from "../../scripts/docs/site.ts";
import { loadSiteSource } from "../../scripts/docs/source/load-site-source.ts";
import { bodyOf, responseId, responsesOf } from "../../scripts/docs/source/operation-parts.ts";
import type { JsonSchema } from "../../scripts/spec/open-api-document.ts";
import { operationRows } from "../operations.ts";

const root = path.resolve(import.meta.dirname, "../..");
const source = await loadSiteSource(root);
const files = await site(source);
const { document, operations, actions } = source;
const place = { document, page: "" };

const idsIn = (name: string): string[] =>
  [...(files.get(name) ?? "").matchAll(/ id="([^"]*)"/g)].map(([, id = ""]) => id);
const fieldIds = (schema: JsonSchema | undefined, prefix: string): string[] =>
  fieldsOf(schema ?? {}, place).map(({ name }) => fieldId(prefix, name));

describe("the site", () => {
  it("has a page for every guide, and rejects two with the same path", async () => {
    for (const { file, text } of source.guides) {
      const title = /^# (.+)$/m.exec(text)?.[1]?.replaceAll(/[`*]/g, "") ?? "";
      expect(files.get(pagePath.guide(file)), file).toContain(escapeHtml(title));
    }
    const [guide] = source.guides;
    if (!guide) throw new Error("there are no guides");
    await expect(site({ ...source, guides: [guide, guide] })).rejects.toThrow(`path ${pagePath.guide(guide.file)}`);
  });

  it("has no broken links", () => {
    expect(brokenLinks(files)).toEqual([]);
  });

  it("loads nothing from other origins", () => {
    const pages = [...files].filter(([name]) => name.endsWith(".html"));
    for (const [name, text] of pages) {
      expect([...text.matchAll(/<(?:script|link|img|iframe)[^>]+(?:src|href)="(https?:|\/\/)/g)], name).toEqual([]);
      expect(text, name).toContain("default-src &#39;none&#39;");
    }
    expect(files.get("assets/site.css")).not.toMatch(/url\(|@import/);
  });

  it.each(operations.map((found) => [found.operation.operationId, found] as const))(
    "describes %s completely",
    (id, found) => {
      const page = `operations/${id}.html`;
      const text = files.get(page) ?? "";
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
      const told = [
        method,
        pathTemplate,
        operation["x-effect"],
        ...operation["x-scopes"],
        ...responses.map(({ status }) => status),
      ];
      for (const word of told) expect(text).toContain(`>${escapeHtml(word)}<`);
      const using = actions.filter(({ action }) => action.http.operation === id);
      expect(using.length > 0).toBe(operationRows[id as OperationId].action !== null);
      for (const { action } of using) expect(text).toContain(`../actions/${action.name}.html`);
      for (const { status } of responses.filter(({ isSuccess }) => !isSuccess))
        expect(source.errorCodes.has(status)).toBe(true);
    },
  );

  it.each(actions.map((documented) => [documented.action.name, documented] as const))(
    "describes %s completely",
    (name, documented) => {
      const { action } = documented;
      const page = `actions/${name}.html`;
      expect(idsIn(page)).toEqual(
        expect.arrayContaining([
          ...Object.keys(action.inputSchema.properties).map((field) => fieldId("input-", field)),
          ...Object.keys(action.outputSchema.properties).map((field) => fieldId("output-", field)),
        ]),
      );
      const told = [action.effect, action.approval, ...action.scopes];
      for (const word of told) expect(files.get(page)).toContain(`<code>${word}</code>`);
      for (const [hint, value] of Object.entries(action.annotations))
        expect(files.get(page)).toContain(`${hint}: ${value}`);
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
      for (const value of Object.keys(JSON.parse(text))) expect(all).toContain(`<code>${escapeHtml(value)}</code>`);
    }
  });

  it("escapes any text", async () => {
    const evil = '</code></script><img src=x onerror="alert(1)">';
    const poisoned = structuredClone(document);
    const { Lead } = poisoned.components.schemas;
    if (!Lead?.properties) throw new Error("there is no Lead");
    Object.assign(Lead, { description: evil, title: evil, examples: [{ [evil]: evil }] });
    Lead.properties[evil] = { type: evil, description: `**${evil}**`, enum: [evil], default: evil, pattern: evil };
    const found = operations.map((each) => ({
      ...each,
      operation: { ...each.operation, summary: evil, description: evil, "x-scopes": [evil], "x-evidence": [evil] },
    }));
    const guides = [
      ...source.guides,
      { file: "docs/evil.md", text: `# ${evil}\n\n${evil}\n\n\`\`\`js\n${evil}\n\`\`\`\n` },
    ];
    const made = await site({ ...source, document: poisoned, operations: found, guides });
    for (const [name, text] of made)
      if (name.endsWith(".html")) expect(text, name).not.toMatch(/<img|="[^"]*<\/script/);
  });

  it("reports broken links", () => {
    const page = '<h2 id="here"></h2><a href="#here"></a><a href="#there"></a><a href="gone.html"></a>';
    expect(brokenLinks(new Map([["page.html", page]]))).toEqual(["page.html: #there", "page.html: gone.html"]);
  });
});

describe("llms.txt", () => {
  it("matches the registry; `pnpm docs:build` writes it", () => {
    expect(readFileSync(path.join(root, "llms.txt"), "utf8")).toBe(llmsText(source));
  });

  it("has a line for every action", () => {
    for (const { action } of actions) expect(llmsText(source)).toContain(`- ${action.name}: ${action.summary}`);
  });
});
