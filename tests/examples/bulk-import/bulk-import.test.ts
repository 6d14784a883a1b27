import { execFile } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { createInstantlyClient } from "@modulex-instantly/client";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { worstWindow } from "../../../bench/statistics/worst-window.ts";
import { root } from "../../meta/source-files.ts";
import type { RedisServer } from "../../redis/redis-server.ts";
import { missing, startRedis } from "../../redis/redis-server.ts";
import { severedLink } from "../../redis/severed-link.ts";
import { addressesOf, importWithKills, resultsOf } from "./killed-import.ts";
import { inFolder, post, withPrograms } from "./with-programs.ts";

const run = promisify(execFile);

// The tests mostly wait. None of them depends on what the others take of the processor.
describe.skipIf(missing !== undefined).concurrent("the bulk import with BullMQ", { timeout: 150_000 }, () => {
  let redis: RedisServer;
  beforeAll(async () => {
    redis = await startRedis();
  });
  afterAll(() => redis?.stop());

  test("4 processes that are killed at random create each lead once, within the limit", () =>
    inFolder(async (folder) => {
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
      // A worker that stood still between its last check and its request may send it when it continues: the flag of the
      // request then skips it. That is one create for each stopped worker; every third kill is a stop.
      expect(report.creates - report.stored).toBeLessThanOrEqual(Math.floor(report.kills / 3));
      expect(report.results.map(({ email }) => email)).toEqual(emails);
      expect(new Set(report.results.map(({ lead }) => lead)).size).toBe(300);
      expect(report.sentAt.length).toBeGreaterThan(300);
      expect(worstWindow(report.sentAt, 1_000)).toBeLessThanOrEqual(limit);
      // Kills that came too late would prove nothing.
      expect(report.kills).toBeGreaterThanOrEqual(2);
    }));

  test("lost responses are settled by reading, limits delay a job, and rows have results of their own", () =>
    withPrograms(redis.url, {}, async (opened) => {
      const emails = addressesOf(40);
      opened.write([...emails, "not an address", "LEAD-3@brightlane.example.com"]);
      await opened.plan(3, { kind: "drop_after_commit" });
      await opened.plan(2, { kind: "truncated_body" });
      await opened.plan(2, { kind: "drop_before_commit" });
      await opened.plan(1, { kind: "status", status: 400, message: "first_name is too odd" });
      await opened.plan(6, { kind: "rate_limit_storm", retryAfter: "1" });
      const worker = opened.start("worker");
      expect(await opened.imports().ended).toBe(1);
      const results = await resultsOf(opened.file);
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
      expect(await opened.imports().ended).toBe(1);
      const second = await opened.report();
      expect([...second.emails].sort()).toEqual([...emails].sort());
      expect(second.creates).toBe(first.creates + 1);
      expect(worker.output()).not.toMatch(/error|failed|stalled/i);
    }));

  test("a worker that is told to stop finishes its jobs, and leaves the others to the next one", () =>
    withPrograms(redis.url, { LIMIT: "20" }, async (opened) => {
      opened.write(addressesOf(60));
      const first = opened.start("worker", { env: { CONCURRENCY: "10" } });
      const producer = opened.imports();
      while ((await opened.report()).stored < 5) await new Promise((done) => setTimeout(done, 50));
      first.child.kill("SIGTERM");
      expect(await first.ended, first.output()).toBe(0);
      expect(first.output()).toMatch(/^stopping: SIGTERM\n[\s\S]*^stopped\n$/m);
      const left = await opened.report();
      expect(left.stored).toBeLessThan(60);
      const second = opened.start("worker", { env: { LIMIT: "100" } });
      expect(await producer.ended, producer.output() + second.output()).toBe(0);
      const { creates, stored } = await opened.report();
      // Every create was sent once: no job was left in a state that has to be read first.
      expect([creates, stored]).toEqual([60, 60]);
    }));

  test("a key that is rejected stops the worker, and no row is lost or failed", () =>
    withPrograms(redis.url, {}, async (opened) => {
      opened.write(addressesOf(30));
      const { key } = (await post(opened, "keys", { scopes: ["lead_lists:all"] })) as { key: string };
      const refused = opened.start("worker", { env: { INSTANTLY_API_KEY: key } });
      const producer = opened.imports();
      expect(await refused.ended, refused.output()).toBe(1);
      expect(refused.output()).toMatch(/^stopping: createLead: Insufficient[\s\S]*^stopped\n$/m);
      opened.start("worker");
      expect(await producer.ended, producer.output()).toBe(0);
      expect(new Set((await opened.report()).emails).size).toBe(30);
    }));

  test("a file that is missing, a directory, or without an email column is named, and no job is added", () =>
    withPrograms(redis.url, {}, async (opened) => {
      const fails = async (given: string, message: RegExp) => {
        const producer = opened.imports(given);
        expect(await producer.ended).toBe(1);
        expect(producer.output()).toMatch(message);
      };
      writeFileSync(opened.file, "address\nada@example.com\n");
      await Promise.all([
        fails(`${opened.file}.missing`, /ENOENT.*leads\.csv\.missing/),
        fails(opened.folder, /EISDIR/),
        fails(opened.file, /leads\.csv has no column "email"/),
      ]);
      expect((await opened.report()).creates).toBe(0);
    }));

  test("while Redis is away nothing is sent, and afterwards the import continues", async () => {
    const link = await severedLink(redis.url);
    try {
      await withPrograms(link.url, { LIMIT: "40", CONCURRENCY: "5" }, async (opened) => {
        opened.write(addressesOf(100));
        opened.start("worker");
        const producer = opened.imports();
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
      });
    } finally {
      await link.cut();
    }
  });

  test("a worker without a key, for another machine, or with a bad setting ends with an error and takes no job", () =>
    withPrograms(redis.url, {}, async (opened) => {
      const cases = [
        [{ INSTANTLY_BASE_URL: "" }, "Set INSTANTLY_API_KEY and INSTANTLY_BASE_URL"],
        [{ INSTANTLY_API_KEY: "" }, "Set INSTANTLY_API_KEY and INSTANTLY_BASE_URL"],
        [{ INSTANTLY_BASE_URL: "https://api.instantly.ai" }, "api.instantly.ai, not this machine. Set ALLOW_LIVE=yes"],
        [{ INSTANTLY_BASE_URL: "http://127.0.0.1.example.com" }, "127.0.0.1.example.com, not this machine"],
        [{ LIMIT: "1e3" }, 'LIMIT must be a whole number from 1, not "1e3"'],
        [{ CALL_MS: "9000" }, "CALL_MS (9000) must be less than LOCK_MS (3000)"],
      ] as const;
      const ends = cases.map(async ([env, message]) => {
        const worker = opened.start("worker", { env });
        expect(await worker.ended, message).toBe(1);
        expect(worker.output()).toContain(message);
        expect(worker.output()).not.toContain("ready");
      });
      await Promise.all(ends);
    }));

  test("the commands of docs/scaling.md import a file", () =>
    withPrograms(redis.url, {}, async (opened) => {
      const page = readFileSync(path.join(root, "docs/scaling.md"), "utf8");
      const [, commands = ""] = /```text\n(node --import tsx [^`]+)```/.exec(page) ?? [];
      expect(commands.match(/node --import tsx/g)).toHaveLength(3);
      opened.write(addressesOf(5));
      const { PATH = "", HOME = "", NODE_OPTIONS = "" } = process.env;
      const own = {
        REDIS_URL: redis.url,
        INSTANTLY_BASE_URL: opened.sandbox.url,
        INSTANTLY_API_KEY: opened.sandbox.key,
        QUEUE: opened.folder,
      };
      // No worker outlives a command that fails.
      const script = `trap 'kill $(jobs -p) 2>/dev/null || true' EXIT\n${commands.replaceAll("leads.csv", opened.file)}`;
      const { stdout } = await run("bash", ["-euo", "pipefail", "-c", script], {
        cwd: root,
        env: { PATH, HOME, NODE_OPTIONS, ...own, WORKSPACE: opened.folder },
      });
      expect(stdout).toContain("5 imported, 0 rejected, 0 unknown, 0 invalid, 0 duplicate.");
      const client = createInstantlyClient({ apiKey: opened.sandbox.key, baseUrl: opened.sandbox.url });
      expect(await client.leads.iterate().collect({ max: 10 })).toHaveLength(5);
    }));
});
