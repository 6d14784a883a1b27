import { readFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import type { CodeBlock } from "../../../tests/docs/code-block.ts";
import { codeBlocks, placeOf } from "../../../tests/docs/code-block.ts";
import type { CompiledBlock } from "../../../tests/docs/compile-blocks.ts";
import { compileBlocks } from "../../../tests/docs/compile-blocks.ts";
import { runScript, runShell } from "../../../tests/docs/run-block.ts";
import { shellProblems } from "../../../tests/docs/shell-commands.ts";
import { rehearse, step } from "../tests/rehearsal.ts";
import { interestNames } from "./engine/interest-names.ts";
import { recipient } from "./engine/recipient.ts";
import { verifications } from "./engine/verify.ts";
import { scenarios } from "./scenarios/scenarios.ts";
import { defaultUnknowns, unknownChoices } from "./unknowns.ts";

const root = path.resolve(import.meta.dirname, "../../..");
const file = "packages/sandbox/README.md";
const readme = readFileSync(path.join(root, file), "utf8");
const blocks = codeBlocks(file, readme);
const titled = (language: string): [string, CodeBlock][] =>
  blocks.filter((block) => block.language === language).map((block) => [placeOf(block), block]);

/** The cells of the rows that begin with a word in backticks. */
const rows = readme
  .split("\n")
  .filter((line) => line.startsWith("| `"))
  .map((line) => line.split("|").map((cell) => cell.trim()));

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
  it("name every unknown with its default first, and every other value", () => {
    for (const [name, value] of Object.entries(defaultUnknowns)) {
      const [, , values = ""] = rows.find(([, names]) => names?.includes(`\`${name}\``)) ?? [];
      const named = [...values.matchAll(/`([^`]+)`/g)].map(([, each]) => each);
      expect(named, name).toContain(String(value));
      const choices = unknownChoices[name as keyof typeof unknownChoices];
      if (choices !== undefined) expect(named, name).toEqual(choices.map(String));
    }
  });

  it("name addresses that act, and every interest", () => {
    const [, , interests = ""] = rows.find(([, address]) => address?.startsWith("`reply+interested@")) ?? [];
    expect([...interests.matchAll(/`([^`]+)`/g)].map(([, name]) => name).sort()).toEqual(
      Object.keys(interestNames).sort(),
    );
    const addresses = rows.flatMap(([, cell = ""]) => [...cell.matchAll(/`([a-z][a-z+-]*)@\.\.\.`/g)]);
    expect(addresses.length).toBeGreaterThan(6);
    for (const [, address = ""] of addresses) {
      const acts = Object.hasOwn(verifications, address) || recipient(`${address}@example.com`) !== undefined;
      expect(acts, address).toBe(true);
    }
    for (const word of Object.keys(verifications)) expect(addresses.map(([, address]) => address)).toContain(word);
  });

  it("name the campaign fields that do nothing, and they do nothing", async () => {
    const [, sentence = ""] = /Without an effect here: of a campaign ([^;]+);/.exec(readme) ?? [];
    const named = [...sentence.matchAll(/`(\w+)`/g)].map(([, name = ""]) => name);
    expect(named).toEqual([...Object.keys(idle), "pre_delay"]);
    const told = async (fields: object): Promise<unknown> => {
      const on = rehearse();
      const steps = [step(1, "One"), step(0)];
      const { id } = await on.campaign({ open_tracking: true, sequences: [{ steps }], ...fields });
      for (const word of ["ada", "bo", "reply+interested", "bounce"]) {
        await on.lead({ campaign: id, email: `${word}@gmail.com` });
      }
      await on.activate(id);
      on.sandbox.runUntilIdle();
      return [on.sandbox.outbox(), await on.leads()];
    };
    const waits = [{ ...step(1, "One"), pre_delay: 3, pre_delay_unit: "days" }, step(0)];
    expect(await told({ ...idle, sequences: [{ steps: waits }] })).toEqual(await told({}));
  });

  it("name every scenario", () => {
    for (const name of Object.keys(scenarios)) expect(readme).toContain(`\`${name}\``);
  });
});
