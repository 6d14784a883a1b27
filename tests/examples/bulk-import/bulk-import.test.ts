import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { createInstantlyClient } from "@modulex-instantly/client";
import type { Fault } from "@modulex-instantly/sandbox";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { worstWindow } from "../../../bench/statistics/worst-window.ts";
import { root } from "../../meta/source-files.ts";
import type { RedisServer } from "../../redis/redis-server.ts";
import { missing, startRedis } from "../../redis/redis-server.ts";
import { severedLink } from "../../redis/severed-link.ts";
import { addressesOf, importWithKills, resultsOf } from "./killed-import.ts";
import type { Programs } from "./programs.ts";
import { openPrograms } from "./programs.ts";

const run = promisify(execFile);

describe.skipIf(missing !== undefined)("the bulk import with BullMQ", () => {
  let redis: RedisServer;
  let folder = "";
  let file = "";
  let programs: Programs | undefined;

  beforeAll(async () => {
    redis = await startRedis();
  });
  afterAll(() => redis?.stop());
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), "bulk-import-"));
    file = path.join(folder, "leads.csv");
  });
  afterEach(async () => {
    await programs?.close();
    programs = undefined;
    rmSync(folder, { recursive: true });
  });

  const openWith = async (settings: Readonly<Record<string, string>> = {}, redisUrl = redis.url) => {
    const times = { LOCK_MS: "3000", CALL_MS: "2000", SETTLE_MS: "500", PROCESSES: "2" };
    programs = await openPrograms(redisUrl, { ...times, ...settings });
    return programs;
  };
  const post = async ({ sandbox }: Programs, route: string, body: object) => {
    const headers = { "content-type": "application/json" };
    const response = await fetch(`${sandbox.url}/_sandbox/${route}`, {
      method: "POST",
      headers,
      body: JSON.stringify(body),
    });
    expect(response.status).toBe(200);
    return response.json();
  };
  const plan = (opened: Programs, times: number, fault: Fault) =>
    post(opened, "faults", { operation: "createLead", times, fault });
  const write = (emails: readonly string[]) => writeFileSync(file, `email,first_name\n${emails.join(",\n")},\n`);
  const imports = (opened: Programs) => opened.start("import", { parameters: [file, "Import"] });

  // On a busy machine, the processes start one after the other.
  test("4 processes that are killed at random create each lead once, within the limit", {
    timeout: 150_000,
  }, async () => {
    const limit = 100;
    const report = await importWithKills({
      folder,
      redisUrl: redis.url,
      processes: 4,
      leads: 300,
      limit,
      kills: 3,
      killEveryMs: 500,
      lockMs: 2_500,
    });
    const emails = addressesOf(300);
    expect(report.results.filter(({ status }) => status !== "imported")).toEqual([]);
    expect(report.exitCode, report.output).toBe(0);
    expect([...report.emails].sort()).toEqual([...emails].sort());
    // No create was sent for a lead that the list had already, so nothing depends on the flag of the request.
    expect(report.creates).toBe(report.stored);
    expect(report.results.map(({ email }) => email)).toEqual(emails);
    expect(new Set(report.results.map(({ lead }) => lead)).size).toBe(300);
    expect(report.sentAt.length).toBeGreaterThan(300);
    expect(worstWindow(report.sentAt, 1_000)).toBeLessThanOrEqual(limit);
    // Kills that came too late would prove nothing.
    expect(report.kills).toBeGreaterThanOrEqual(2);
  });

  test("lost responses are settled by reading, limits delay a job, and rows have results of their own", async () => {
    const opened = await openWith();
    const emails = addressesOf(40);
    write([...emails, "not an address", "LEAD-3@brightlane.example.com"]);
    await plan(opened, 3, { kind: "drop_after_commit" });
    await plan(opened, 2, { kind: "truncated_body" });
    await plan(opened, 2, { kind: "drop_before_commit" });
    await plan(opened, 1, { kind: "status", status: 400, message: "first_name is too odd" });
    await plan(opened, 6, { kind: "rate_limit_storm", retryAfter: "1" });
    const worker = opened.start("worker");
    expect(await imports(opened).ended).toBe(1);
    const results = await resultsOf(file);
    expect(results.map(({ line }) => line)).toEqual(Array.from({ length: 42 }, (_, index) => index + 2));
    const rejected = results.filter(({ status }) => status === "rejected");
    expect(rejected).toEqual([expect.objectContaining({ reason: expect.stringContaining("first_name is too odd") })]);
    expect(results.slice(40)).toEqual([
      { line: 42, email: "not an address", status: "invalid", reason: "not an email address" },
      { line: 43, email: "LEAD-3@brightlane.example.com", status: "duplicate", reason: "the same as line 5" },
    ]);
    expect(results.filter(({ status }) => status === "imported")).toHaveLength(39);
    const first = await opened.report();
    expect(first.stored).toBe(39);
    expect(new Set(first.emails).size).toBe(39);

    // A second run only tries what was rejected.
    expect(await imports(opened).ended).toBe(1);
    const second = await opened.report();
    expect([...second.emails].sort()).toEqual([...emails].sort());
    expect(second.creates).toBe(first.creates + 1);
    expect(worker.output()).not.toMatch(/error|failed|stalled/i);
  });

  test("a worker that is told to stop finishes its jobs, and leaves the others to the next one", async () => {
    const opened = await openWith({ LIMIT: "20" });
    write(addressesOf(60));
    const first = opened.start("worker", { env: { CONCURRENCY: "10" } });
    const producer = imports(opened);
    while ((await opened.report()).stored < 5) await new Promise((done) => setTimeout(done, 50));
    first.child.kill("SIGTERM");
    expect(await first.ended, first.output()).toBe(0);
    expect(first.output()).toBe("ready\nstopping: SIGTERM\nstopped\n");
    const left = await opened.report();
    expect(left.stored).toBeLessThan(60);
    const second = opened.start("worker", { env: { LIMIT: "100" } });
    expect(await producer.ended, producer.output() + second.output()).toBe(0);
    const { creates, stored } = await opened.report();
    // Every create was sent once: no job was left in a state that has to be read first.
    expect([creates, stored]).toEqual([60, 60]);
  });

  test("a key that is rejected stops the worker, and no row is lost or failed", async () => {
    const opened = await openWith();
    write(addressesOf(30));
    const { key } = (await post(opened, "keys", { scopes: ["lead_lists:all"] })) as { key: string };
    const refused = opened.start("worker", { env: { INSTANTLY_API_KEY: key } });
    const producer = imports(opened);
    expect(await refused.ended, refused.output()).toBe(1);
    expect(refused.output()).toMatch(/^ready\nstopping: createLead.*\nstopped\n$/);
    opened.start("worker");
    expect(await producer.ended, producer.output()).toBe(0);
    expect(new Set((await opened.report()).emails).size).toBe(30);
  });

  test("while Redis is away nothing is sent, and afterwards the import continues", async () => {
    const link = await severedLink(redis.url);
    try {
      const opened = await openWith({ LIMIT: "40", CONCURRENCY: "5" }, link.url);
      write(addressesOf(100));
      opened.start("worker");
      const producer = imports(opened);
      while ((await opened.report()).stored < 10) await new Promise((done) => setTimeout(done, 50));
      await link.cut();
      // Creates that were already in the limiter's queue still leave, with this process's part of the limit.
      let last = -1;
      for (let { creates } = await opened.report(); creates !== last; { creates } = await opened.report()) {
        last = creates;
        await new Promise((done) => setTimeout(done, 1_500));
      }
      expect(last).toBeLessThan(50);
      await link.restore();
      expect(await producer.ended, producer.output()).toBe(0);
      const { emails, creates, stored } = await opened.report();
      expect([...emails].sort()).toEqual(addressesOf(100).sort());
      expect(creates).toBe(stored);
    } finally {
      await link.cut();
    }
  });

  test("a worker without a key, for another machine, or with a bad setting ends with an error and takes no job", async () => {
    const { start } = await openWith();
    const cases = [
      [{ INSTANTLY_BASE_URL: "" }, "Set INSTANTLY_API_KEY and INSTANTLY_BASE_URL"],
      [{ INSTANTLY_API_KEY: "" }, "Set INSTANTLY_API_KEY and INSTANTLY_BASE_URL"],
      [{ INSTANTLY_BASE_URL: "https://api.instantly.ai" }, "api.instantly.ai, not this machine. Set ALLOW_LIVE=yes"],
      [{ INSTANTLY_BASE_URL: "http://127.0.0.1.example.com" }, "127.0.0.1.example.com, not this machine"],
      [{ LIMIT: "1e3" }, 'LIMIT must be a whole number from 1, not "1e3"'],
      [{ CALL_MS: "9000" }, "CALL_MS (9000) must be less than LOCK_MS (3000)"],
    ] as const;
    const ends = cases.map(async ([env, message]) => {
      const worker = start("worker", { env });
      expect(await worker.ended, message).toBe(1);
      expect(worker.output()).toContain(message);
      expect(worker.output()).not.toContain("ready");
    });
    await Promise.all(ends);
  });

  test("the commands of docs/scaling.md import a file", async () => {
    const page = readFileSync(path.join(root, "docs/scaling.md"), "utf8");
    const [, commands = ""] = /```text\n(node --import tsx [^`]+)```/.exec(page) ?? [];
    expect(commands.match(/node --import tsx/g)).toHaveLength(3);
    const { sandbox } = await openWith();
    write(addressesOf(5));
    const { PATH = "", HOME = "", NODE_OPTIONS = "" } = process.env;
    const own = {
      REDIS_URL: redis.url,
      INSTANTLY_BASE_URL: sandbox.url,
      INSTANTLY_API_KEY: sandbox.key,
      QUEUE: folder,
    };
    // No worker outlives a command that fails.
    const script = `trap 'kill $(jobs -p) 2>/dev/null || true' EXIT\n${commands.replaceAll("leads.csv", file)}`;
    const { stdout } = await run("bash", ["-euo", "pipefail", "-c", script], {
      cwd: root,
      env: { PATH, HOME, NODE_OPTIONS, ...own, WORKSPACE: folder },
    });
    expect(stdout).toContain("5 imported, 0 rejected, 0 unknown, 0 invalid, 0 duplicate.");
    const client = createInstantlyClient({ apiKey: sandbox.key, baseUrl: sandbox.url });
    expect(await client.leads.iterate().collect({ max: 10 })).toHaveLength(5);
  });
});
