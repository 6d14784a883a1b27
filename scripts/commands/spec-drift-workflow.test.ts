import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";

const file = path.resolve(import.meta.dirname, "../../.github/workflows/spec-drift.yml");
const text = readFileSync(file, "utf8");

interface Job {
  readonly permissions: Readonly<Record<string, string>>;
  readonly steps: readonly { readonly uses?: string; readonly run?: string }[];
}
const workflow = parse(text) as {
  on: Readonly<Record<string, unknown>>;
  permissions: object;
  jobs: Readonly<Record<string, Job>>;
};
const jobs = Object.values(workflow.jobs);
const commands = jobs.flatMap(({ steps }) => steps.flatMap(({ run }) => run ?? [])).join("\n");

describe("the spec-drift workflow", () => {
  it("runs on a schedule and manually only", () => {
    expect(Object.keys(workflow.on).sort()).toEqual(["schedule", "workflow_dispatch"]);
  });

  it("grants permissions per job, and write access only to the job that runs no code of the repository", () => {
    expect(workflow.permissions).toEqual({});
    expect(jobs.every(({ permissions }) => typeof permissions === "object")).toBe(true);
    const writers = jobs.filter(({ permissions }) => Object.values(permissions).includes("write"));
    expect(writers).toEqual([workflow.jobs["propose"]]);
    expect(JSON.stringify(writers)).not.toMatch(/pnpm|npm |node |tsx/);
  });

  it("pins every action to a commit, with the version in a comment", () => {
    const uses = text.split("\n").filter((line) => line.includes("uses:"));
    expect(uses.length).toBeGreaterThan(0);
    for (const line of uses) expect(line).toMatch(/uses: [\w.-]+\/[\w.-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  });

  it("opens a pull request and never merges, approves or publishes", () => {
    expect(commands).toContain("gh pr create");
    expect(commands).not.toMatch(/gh pr (merge|review)|--auto|--admin|publish|git push.*\bmain\b/);
  });

  it("uses no expression in a command, which could inject code", () => {
    expect(commands).not.toContain("${{");
  });
});
