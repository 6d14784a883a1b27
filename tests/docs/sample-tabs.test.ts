import path from "node:path";
import { pathToFileURL } from "node:url";
import { createInstantlyClient } from "@modulex-instantly/client";
import type { RunningSandbox } from "@modulex-instantly/sandbox";
import { startSandbox } from "@modulex-instantly/sandbox";
import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { loadSiteSource } from "../../scripts/docs/source/load-site-source.ts";
import type { SampleTab } from "../../scripts/docs/source/sample-tabs.ts";
import { sampleTabs } from "../../scripts/docs/source/sample-tabs.ts";
import { resourceOf } from "../../scripts/spec/operations.ts";
import { codeBlocks } from "./code-block.ts";
import type { CompiledBlock } from "./compile-blocks.ts";
import { compileBlocks } from "./compile-blocks.ts";
import { runShellBeside } from "./run-block.ts";

/**
 * The pages of the operations show how to call each of them. Each way is run on a sandbox, with the invented ids and addresses
 * of the examples replaced by those of the sandbox.
 */
const root = path.resolve(import.meta.dirname, "../..");
const source = await loadSiteSource(root);
const rows = source.operations.flatMap((found) =>
  sampleTabs(source, found).map(
    (tab) => [found.operation.operationId, tab.title, tab, resourceOf(found.pathTemplate)] as const,
  ),
);
const key = (id: string, { title }: SampleTab) => `${id} ${title}`;
const invented = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/** The built command, without the settings of the developer. A person at a terminal would be asked instead of `--yes`. */
const CLI = `export HOME=$(mktemp -d); trap 'rm -r "$HOME"' EXIT
modulex-instantly() { ${process.execPath} packages/cli/bin/modulex-instantly.js "$@"; }`;

let sandbox: RunningSandbox;
let scripts: ReadonlyMap<string, CompiledBlock>;

/** What replaces invented values, in a sandbox in which replies have arrived. */
interface Replacements {
  /** By example ids and addresses of the spec. */
  readonly byExample: ReadonlyMap<string, string>;
  /** The id of an object of each resource, for other ids. */
  readonly byResource: Readonly<Record<string, string>>;
}

async function replacements({ keys, url }: RunningSandbox): Promise<Replacements> {
  const { campaigns, leads, emails, leadLists } = createInstantlyClient({ apiKey: keys.full, baseUrl: url });
  const [campaign] = (await campaigns.list()).items;
  const found = (await leads.list({ campaign: campaign?.id })).items;
  const [mail] = (await emails.list({ email_type: "received" })).items;
  const [list] = (await leadLists.list()).items;
  const byExample = new Map([
    ["b8cc96b1-db3c-4fbb-a266-52a8cd16816b", campaign?.id ?? ""],
    ["56fabec4-2b7d-4c4b-b175-958d9bc57cfd", campaign?.id ?? ""],
    ["01a06110-96fe-736c-901d-d4baca7d79c9", found[0]?.id ?? ""],
    ["01a06110-9948-7dca-8e1f-ce81b287ddec", found[1]?.id ?? ""],
    ["01a06110-9b85-7859-bfff-c0674b659965", found[2]?.id ?? ""],
    ["01a0c864-cf48-74a2-9b6b-7ae0289cbece", mail?.id ?? ""],
    ["mateo.rios@cobaltpress.example.org", found[0]?.email ?? ""],
    ["mara.klein@outreach.example.com", mail?.eaccount ?? ""],
    ["jon.abara@outreach.example.com", mail?.eaccount ?? ""],
  ]);
  const byResource = {
    campaigns: campaign?.id ?? "",
    leads: found[0]?.id ?? "",
    emails: mail?.id ?? "",
    lead_lists: list?.id ?? "",
  };
  expect([...byExample.values(), ...Object.values(byResource)]).not.toContain("");
  return { byExample, byResource };
}

function replaced(text: string, resource: string, { byExample, byResource }: Replacements): string {
  const known = [...byExample].reduce((changed, [example, real]) => changed.replaceAll(example, real), text);
  return known.replaceAll(invented, (id) => {
    if ([...byExample.values()].includes(id)) return id;
    const real = byResource[resource];
    if (real === undefined) throw new Error(`replacements() has nothing for ${id}: add an object of ${resource}`);
    return real;
  });
}

beforeAll(async () => {
  // The ids of a sandbox follow from its seed, so every sandbox of this file has the same.
  const first = await startSandbox({ scenario: "replies" });
  const by = await replacements(first);
  await first.close();
  const typescript = rows.filter(([, , { language }]) => language === "ts");
  const text = typescript
    .map(([, , tab, resource]) => `\`\`\`ts\n${replaced(tab.text, resource, by)}\n\`\`\``)
    .join("\n\n");
  const compiled = await compileBlocks(
    root,
    path.join(root, "tests/.reports/sample-tabs"),
    codeBlocks("operations", text),
    // A tab ends with its result, which it does not use.
    { noUnusedLocals: false },
  );
  scripts = new Map(typescript.map(([id, , tab], index) => [key(id, tab), compiled[index] as CompiledBlock]));
  return () => vi.unstubAllEnvs();
});
afterEach(async () => {
  vi.restoreAllMocks();
  await sandbox.close();
});

describe("the tabs of the operations", () => {
  it.each(rows)("%s, %s", async (id, title, tab, resource) => {
    sandbox = await startSandbox({ scenario: "replies" });
    vi.stubEnv("INSTANTLY_API_KEY", sandbox.keys.full);
    vi.stubEnv("INSTANTLY_BASE_URL", sandbox.url);
    if (tab.language === "ts") {
      const { script, problems } = scripts.get(key(id, tab)) as CompiledBlock;
      expect(problems).toEqual([]);
      const log = vi.spyOn(console, "log").mockReturnValue();
      await import(pathToFileURL(script).href);
      for (const [success, error] of log.mock.calls) expect([success, error]).toEqual([true, null]);
    } else {
      const text = replaced(tab.text, resource, await replacements(sandbox));
      const command = title === "CLI" ? `${CLI}\n${text} --yes` : text;
      const { code, stdout, stderr } = await runShellBeside(sandbox, command, root);
      expect(code, stdout + stderr).toBe(0);
      expect(() => JSON.parse(stdout)).not.toThrow();
    }
    const { operations } = sandbox.journal();
    expect(operations[id as keyof typeof operations]?.requests).toBeGreaterThan(0);
  });
});
