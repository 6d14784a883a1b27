import { parse } from "yaml";

/** A step of a job. */
interface Step {
  readonly id?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
  readonly env?: Readonly<Record<string, unknown>>;
}

/** A job of a workflow. */
interface Job {
  readonly permissions?: Readonly<Record<string, string>>;
  readonly "timeout-minutes"?: number;
  readonly "runs-on"?: string;
  readonly outputs?: Readonly<Record<string, string>>;
  readonly steps?: readonly Step[];
}

/** The checked parts of a workflow. */
interface Workflow {
  readonly on: unknown;
  readonly permissions?: unknown;
  readonly jobs: Readonly<Record<string, Job>>;
}

/** The scripts and files that a workflow's commands can use. */
export interface Repository {
  readonly scripts: Readonly<Record<string, string>>;
  exists(file: string): boolean;
}

const PINNED = /^[\w.-]+\/[\w./-]+@[0-9a-f]{40}$/;
const PNPM_OWN = ["install", "exec", "pack", "publish", "--version"];
const FORBIDDEN_EVENTS = ["pull_request_target", "workflow_run", "issue_comment"];

/**
 * Lists the problems of a workflow: ways to leak a token or run untrusted code, and calls of missing scripts and files.
 */
export function workflowProblems(text: string, repository: Repository): string[] {
  const workflow = parse(text) as Workflow;
  const problems: string[] = [];
  const events = typeof workflow.on === "string" ? [workflow.on] : Object.keys(workflow.on ?? {});
  for (const event of events.length > 0 ? events : ["(none)"]) {
    if (event === "(none)" || FORBIDDEN_EVENTS.includes(event)) problems.push(`runs on ${event}`);
  }
  if (JSON.stringify(workflow.permissions) !== "{}") problems.push("permissions at the top must be {}");
  if (/\bsecrets\./.test(text)) problems.push("uses a stored secret: publishing and pull requests need none");
  for (const [name, job] of Object.entries(workflow.jobs)) {
    problems.push(...jobProblems(job, repository).map((problem) => `job ${name}: ${problem}`));
  }
  problems.push(...missingNames(text, workflow), ...changesetsActionProblems(text, workflow));
  for (const line of text.split("\n").filter((found) => /^\s*(- )?uses:/.test(found))) {
    if (!/# v\d+\.\d+\.\d+$/.test(line)) problems.push(`no version next to the commit: ${line.trim()}`);
  }
  return problems;
}

/** References that GitHub evaluates to an empty string, or that fail during a run: missing outputs and artifacts. */
function missingNames(text: string, { jobs }: Workflow): string[] {
  const outputs = [...text.matchAll(/needs\.([\w-]+)\.outputs\.([\w-]+)/g)];
  const steps = Object.entries(jobs).flatMap(([name, job]) => {
    const ids = new Set(job.steps?.map(({ id }) => id));
    return [...JSON.stringify(job).matchAll(/steps\.([\w-]+)\.outputs/g)]
      .filter(([, id]) => !ids.has(id))
      .map(([, id]) => `job ${name}: there is no step ${id}`);
  });
  const all = Object.values(jobs).flatMap((job) => job.steps ?? []);
  const artifacts = (action: string) =>
    all
      .filter(({ uses = "" }) => uses.startsWith(`actions/${action}-artifact@`))
      .map(({ with: given }) => given?.["name"]);
  const uploaded = artifacts("upload");
  return [
    ...outputs
      .filter(([, job = "", output = ""]) => jobs[job]?.outputs?.[output] === undefined)
      .map(([, job, output]) => `job ${job} has no output ${output}`),
    ...steps,
    ...artifacts("download")
      .filter((name) => !uploaded.includes(name))
      .map((name) => `no job uploads ${name}`),
  ];
}

/** The inputs of changesets/action that version 2 renamed. */
const RENAMED = { publish: "publish-script", version: "version-script", commit: "commit-message", title: "pr-title" };

/**
 * Version 1 of changesets/action takes the token from the environment. Version 2 ignores it there, fails if it differs from
 * the input, and rejects the old names of inputs. An update of the action alone would end all releases.
 */
function changesetsActionProblems(text: string, { jobs }: Workflow): string[] {
  const steps = Object.values(jobs).flatMap((job) => job.steps ?? []);
  return steps
    .filter(({ uses = "" }) => uses.startsWith("changesets/action@"))
    .flatMap(({ uses = "", env = {}, with: given = {} }) => {
      const major = Number(/# v(\d+)\./.exec(text.slice(text.indexOf(uses)))?.[1]);
      if (major === 1) return env["GITHUB_TOKEN"] ? [] : ["changesets/action v1 needs GITHUB_TOKEN in env"];
      if (major !== 2) return [`changesets/action v${major}: nobody has checked how it takes the token and its inputs`];
      const renamed = Object.entries(RENAMED).filter(([name]) => given[name] !== undefined);
      return [
        ...(env["GITHUB_TOKEN"] ? ["changesets/action v2 ignores GITHUB_TOKEN in env: pass github-token in with"] : []),
        ...(given["github-token"] ? [] : ["changesets/action v2 needs github-token in with"]),
        ...renamed.map(([name, now]) => `changesets/action v2 has no input ${name}: it is ${now} now`),
      ];
    });
}

function jobProblems(job: Job, repository: Repository): string[] {
  const problems: string[] = [];
  const { permissions, steps = [] } = job;
  const commands = steps.map(({ run = "" }) => run).join("\n");
  if (typeof permissions !== "object" || permissions === null) problems.push("has no permissions of its own");
  if (job["timeout-minutes"] === undefined) problems.push("has no timeout-minutes");
  if (/latest/.test(job["runs-on"] ?? "latest")) problems.push("runs on a system version that can change");
  if (permissions?.["id-token"] === "write") {
    const isBare = steps.every(({ uses = "" }) => !uses.startsWith("actions/checkout@"));
    if (!isBare || /\b(pnpm|npx|npm (ci|i|install|run|exec))\b/.test(commands)) {
      problems.push("has the permission to publish and runs code of the repository or its dependencies");
    }
    // GitHub Pages takes an upload only with both.
    if (Object.keys(permissions).some((name) => !["id-token", "pages"].includes(name)))
      problems.push("has another permission besides the one to publish");
  }
  for (const { uses, run = "", with: given } of steps) {
    if (uses !== undefined && !PINNED.test(uses)) problems.push(`${uses} is not pinned to a commit`);
    if (uses?.startsWith("actions/checkout@") && given?.["persist-credentials"] !== false) {
      if (!commands.includes("git push")) problems.push("checkout keeps the token: persist-credentials: false");
    }
    if (run.includes("${{")) problems.push(`an expression in a command could become code: ${run.trim()}`);
    problems.push(...commandProblems(run, repository));
    if (typeof given?.["version"] === "string") problems.push(...commandProblems(given["version"], repository));
  }
  return problems;
}

function commandProblems(commands: string, { scripts, exists }: Repository): string[] {
  const called = [...commands.matchAll(/(?:^|[\s;&|])pnpm(?:@[\d.]+)? (?:run )?([\w:-]+)/g)].map(
    ([, name]) => name ?? "",
  );
  const missing = called.filter((name) => !PNPM_OWN.includes(name) && scripts[name] === undefined);
  const files = [...commands.matchAll(/(?:^|\s)((?:scripts|tests|\.ci|\.github)\/[\w./-]+)/g)].map(
    ([, file]) => file ?? "",
  );
  return [
    ...missing.map((name) => `pnpm ${name} is not a script of package.json`),
    ...files.filter((file) => !exists(file)).map((file) => `${file} does not exist`),
  ];
}
