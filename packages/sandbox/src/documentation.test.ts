import { readFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import type { CodeBlock } from "../../../tests/docs/code-block.ts";
import { codeBlocks, placeOf } from "../../../tests/docs/code-block.ts";
import type { CompiledBlock } from "../../../tests/docs/compile-blocks.ts";
import { compileBlocks } from "../../../tests/docs/compile-blocks.ts";
import { runScript, runShell } from "../../../tests/docs/run-block.ts";
import { shellProblems } from "../../../tests/docs/shell-commands.ts";
import { createTestSandbox, step } from "../tests/test-sandbox.ts";
import { verifications } from "./engine/lead-status.ts";
import { interestNames, parseRecipient } from "./engine/recipient.ts";
import { assumptionChoices, defaultAssumptions } from "./options/assumptions.ts";
import { readScenario } from "./scenarios/read-scenario.ts";
import { readScenarioText } from "./scenarios/scenario-file.ts";
import { scenarios } from "./scenarios/scenarios.ts";

const root = path.resolve(import.meta.dirname, "../../..");
const file = "packages/sandbox/README.md";
const readme = readFileSync(path.join(root, file), "utf8");
const assumptions = readFileSync(path.join(root, "docs/assumptions.md"), "utf8");
const blocks = codeBlocks(file, readme);
const titled = (language: string): [string, CodeBlock][] =>
  blocks.filter((block) => block.language === language).map((block) => [placeOf(block), block]);

/** The cells of the rows that begin with a word in backticks. */
const rows = `${readme}\n${assumptions}`
  .split("\n")
  .filter((line) => line.startsWith("| `"))
  .map((line) => line.split("|").map((cell) => cell.trim()));

/** What a reply of a scenario can have. */
const replyKeys = ["from", "after", "step", "text", "subject", "language", "interest", "automatic"];

/** What a campaign keeps without doing anything about it. */
const idle = {
  pl_value: 100,
  owned_by: crypto.randomUUID(),
  email_tag_list: [crypto.randomUUID()],
  auto_variant_select: { trigger: "open_rate" },
  match_lead_esp: true,
  disable_bounce_protect: true,
  limit_emails_per_company_override: { mode: "custom", daily_limit: 1, scope: "per_campaign" },
  provider_routing_rules: [{ action: "do_not_send", recipient_esp: ["google"], sender_esp: ["all"] }],
};

let compiled: readonly CompiledBlock[] = [];
beforeAll(async () => {
  const chosen = titled("ts").map(([, block]) => block);
  compiled = await compileBlocks(root, path.join(root, "tests/.reports/sandbox-readme"), chosen);
});

describe("the programs of the README", () => {
  it.each(titled("ts"))("%s compiles, runs and prints what it says", async (_, block) => {
    const found = compiled.find((each) => each.block === block);
    expect(found?.problems).toEqual([]);
    const { code, stdout, stderr } = await runScript(found?.script ?? "");
    expect(`${stderr}exit ${code}`).toBe("exit 0");
    expect(block.output).toBeDefined();
    expect(stdout.trimEnd()).toBe(block.output);
  });

  it.each(titled("sh"))("%s has only commands that exist, and runs where it says so", async (_, block) => {
    expect(shellProblems(block.code, root)).toEqual([]);
    if (block.mark !== "run") return;
    const { code, stdout, stderr } = await runShell(block.code, root);
    expect(code, stderr).toBe(0);
    expect(stdout.trimEnd()).toBe(block.output);
  });
});

describe("the tables of the README", () => {
  it("list every assumption, its default first, and every other value", () => {
    for (const [name, value] of Object.entries(defaultAssumptions)) {
      const [, , values = ""] = rows.find(([, names]) => names?.includes(`\`${name}\``)) ?? [];
      const named = [...values.matchAll(/`([^`]+)`/g)].map(([, each]) => each);
      expect(named, name).toContain(String(value));
      const choices = assumptionChoices[name as keyof typeof assumptionChoices];
      if (choices !== undefined) expect(named, name).toEqual(choices.map(String));
    }
  });

  it("list scripted addresses, and every interest", () => {
    const [, , interests = ""] = rows.find(([, address]) => address?.startsWith("`reply+interested@")) ?? [];
    expect([...interests.matchAll(/`([^`]+)`/g)].map(([, name]) => name).sort()).toEqual(
      Object.keys(interestNames).sort(),
    );
    const addresses = rows.flatMap(([, cell = ""]) => [...cell.matchAll(/`([a-z][a-z+-]*)@\.\.\.`/g)]);
    expect(addresses.length).toBeGreaterThan(6);
    for (const [, address = ""] of addresses) {
      const acts = Object.hasOwn(verifications, address) || parseRecipient(`${address}@example.com`) !== undefined;
      expect(acts, address).toBe(true);
    }
    for (const word of Object.keys(verifications)) expect(addresses.map(([, address]) => address)).toContain(word);
  });

  it("list the campaign fields without an effect, and they have none", async () => {
    const [, sentence = ""] = /Fields without an effect: of a campaign ([^;]+);/.exec(readme) ?? [];
    const named = [...sentence.matchAll(/`(\w+)`/g)].map(([, name = ""]) => name);
    expect(named).toEqual([...Object.keys(idle), "pre_delay"]);
    const told = async (fields: object): Promise<unknown> => {
      const api = createTestSandbox();
      const steps = [step(1, "One"), step(0)];
      const { id } = await api.createCampaign({ open_tracking: true, sequences: [{ steps }], ...fields });
      for (const word of ["ada", "bo", "reply+interested", "bounce"]) {
        await api.createLead({ campaign: id, email: `${word}@gmail.com` });
      }
      await api.activateCampaign(id);
      api.sandbox.runUntilIdle();
      return [api.sandbox.outbox(), await api.listLeads()];
    };
    const waits = [{ ...step(1, "One"), pre_delay: 3, pre_delay_unit: "days" }, step(0)];
    expect(await told({ ...idle, sequences: [{ steps: waits }] })).toEqual(await told({}));
  });

  it("of control routes list every route", async () => {
    const page = readFileSync(path.join(root, "docs/control-routes.md"), "utf8");
    const { body } = await createTestSandbox().request("GET /_sandbox/nothing");
    const served = String(body["message"]).match(/(?:GET|POST|DELETE) \/_sandbox\/[\w/{}-]+/g) ?? [];
    const listed = [...page.matchAll(/`((?:GET|POST|DELETE) \/_sandbox\/[\w/{}-]+)`/g)].map(([, route]) => route);
    expect(served.length).toBeGreaterThan(30);
    expect([...new Set(listed)].sort()).toEqual([...new Set(served.slice(1))].sort());
  });

  it("of control routes list every warning and every reason", () => {
    const page = readFileSync(path.join(root, "docs/control-routes.md"), "utf8");
    const contract = ["mail-views", "sending-views"].map((name) =>
      readFileSync(path.join(root, `packages/sandbox/src/contract/${name}.ts`), "utf8"),
    );
    const codes = [/readonly code:([^;]+);/, /type BlockCode =([^;]+);/].map((type, index) => [
      ...(type.exec(contract[index] ?? "")?.[1] ?? "").matchAll(/^\s+\| "(\w+)"/gm),
    ]);
    expect(codes.map(({ length }) => length)).toEqual([9, 27]);
    for (const [, code = ""] of codes.flat()) expect(page).toContain(`\`${code}\``);
  });

  it("of scenario files list every key, and the example is a scenario", () => {
    const page = readFileSync(path.join(root, "docs/scenarios.md"), "utf8");
    const [example] = codeBlocks("docs/scenarios.md", page).filter(({ mark }) => mark === "scenario");
    const api = createTestSandbox();
    const { title } = readScenarioText(example?.code ?? "", "docs/scenarios.md");
    expect(title).toContain("German");
    expect(() => readScenario({ title: "x", none: 1 })).toThrow(/known are title/);
    for (const key of ["title", "lead_lists", "campaigns", "leads", "replies", "advance", ...replyKeys]) {
      expect(page).toContain(`| \`${key}\` |`);
    }
    expect(api.sandbox.outbox()).toEqual([]);
  });

  it("list every scenario", () => {
    for (const name of Object.keys(scenarios)) expect(readme).toContain(`\`${name}\``);
  });
});
