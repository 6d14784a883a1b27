import {
  appendFileSync,
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createSandbox } from "../create-sandbox.ts";
import { withDefaults } from "../options/sandbox-options.ts";
import type { Sandbox } from "../sandbox.ts";
import { SandboxState } from "../sandbox-state.ts";
import { startSandbox } from "../start-sandbox.ts";
import { readSnapshot } from "./read-snapshot.ts";
import { SnapshotFile } from "./snapshot-file.ts";

let folder = "";
let snapshotFile = "";
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "sandbox-snapshot-"));
  snapshotFile = path.join(folder, "state.snapshot");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function createList(sandbox: Sandbox, name: string): Promise<number> {
  const headers = { authorization: `Bearer ${sandbox.keys.full}`, "content-type": "application/json" };
  const body = JSON.stringify({ name });
  return (await sandbox.fetch("http://localhost/api/v2/lead-lists", { method: "POST", headers, body })).status;
}

describe("writing", () => {
  it("shows a reader the old file or the new one, never a part", async () => {
    const sandbox = createSandbox({ snapshotFile, limits: "off" });
    sandbox.generateLeads({ count: 3000 });
    await createList(sandbox, "first");
    let isWriting = true;
    const written = Promise.all(Array.from({ length: 30 }, (_, index) => createList(sandbox, `list ${index}`)));
    void written.finally(() => {
      isWriting = false;
    });
    const sizes = new Set<number>();
    while (isWriting) {
      const text = readFileSync(snapshotFile, "utf8");
      expect(() => readSnapshot(text.split("\n"), "live")).not.toThrow();
      sizes.add(text.length);
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect(await written).toEqual(Array.from({ length: 30 }, () => 200));
    expect(sizes.size).toBeGreaterThan(1);
    await sandbox.close();
  });

  it("has the change on the disk before the response is sent", async () => {
    const sandbox = createSandbox({ snapshotFile });
    await createList(sandbox, "Berlin founders");
    expect(readFileSync(snapshotFile, "utf8")).toContain("Berlin founders");
    await sandbox.close();
  });

  it("leaves the old file when it is interrupted, and clears away the draft that was left", async () => {
    const before = createSandbox({ snapshotFile });
    await createList(before, "kept");
    await before.close();
    const whole = readFileSync(snapshotFile, "utf8");
    const draft = `${snapshotFile}.writing-${"0a".repeat(16)}`;
    writeFileSync(draft, whole.slice(0, whole.length / 2));
    const after = createSandbox({ snapshotFile });
    expect(after.snapshot()).toBe(whole);
    await createList(after, "added");
    await after.close();
    expect(existsSync(draft)).toBe(false);
    expect(readdirSync(folder)).toEqual([path.basename(snapshotFile)]);
    const text = readFileSync(snapshotFile, "utf8");
    expect(text).toContain("kept");
    expect(text).toContain("added");
  });

  it("keeps the old file if the new one cannot be created", async () => {
    writeFileSync(snapshotFile, "old");
    const file = new SnapshotFile(snapshotFile, () => {
      throw new Error("out of memory");
    });
    await expect(file.save()).rejects.toThrow(`snapshotFile ${snapshotFile} cannot be written: out of memory`);
    expect(readFileSync(snapshotFile, "utf8")).toBe("old");
    file.release();
  });

  it("is flushed once for concurrent callers, with the last of their changes", async () => {
    const state = new SandboxState(withDefaults({}));
    let flushes = 0;
    const flush = async (): Promise<void> => {
      flushes += 1;
      await new Promise((resolve) => setImmediate(resolve));
    };
    const file = new SnapshotFile(snapshotFile, () => ({ database: state.database, minted: [] }), flush);
    await file.save();
    const saves = Array.from({ length: 20 }, () => {
      state.advance(1000);
      return file.save();
    });
    await Promise.all(saves);
    expect(readSnapshot(file.read() ?? [], "live").database.clock.now).toBe(state.database.clock.now);
    expect(flushes).toBeGreaterThanOrEqual(1);
    expect(flushes).toBeLessThanOrEqual(3);
    await file.close();
  });

  it("writes everything again when the file is deleted, replaced or changed by hand", async () => {
    const sandbox = createSandbox({ snapshotFile });
    await createList(sandbox, "first");
    const meddle = [
      () => rmSync(snapshotFile),
      () => writeFileSync(snapshotFile, "hello"),
      () => appendFileSync(snapshotFile, "hello"),
      () => renameSync(snapshotFile, `${snapshotFile}.old`),
    ];
    for (const [index, act] of meddle.entries()) {
      act();
      expect(await createList(sandbox, `list ${index}`)).toBe(200);
      const { database } = readSnapshot(readFileSync(snapshotFile, "utf8").split("\n"), "live");
      expect(database.workspaces.get(sandbox.workspaces.main)?.leadLists).toHaveLength(index + 2);
    }
    await sandbox.close();
  });

  it("is over when the sandbox is closed", async () => {
    const sandbox = createSandbox({ snapshotFile });
    await sandbox.close();
    await sandbox.close();
    const whole = readFileSync(snapshotFile, "utf8");
    expect(() => sandbox.advance("1d")).toThrow(
      `snapshotFile ${snapshotFile} cannot be written: its sandbox was closed`,
    );
    expect(readFileSync(snapshotFile, "utf8")).toBe(whole);
  });

  it("is checked at startup, so that an unusable file is reported then", async () => {
    const nowhere = path.join(folder, "missing", "state.snapshot");
    await expect(startSandbox({ snapshotFile: nowhere })).rejects.toThrow(`snapshotFile ${nowhere} cannot be written`);
    await expect(startSandbox({ snapshotFile: folder })).rejects.toThrow(`snapshotFile ${folder} cannot be read`);
  });
});

describe("a restart", () => {
  it("loses nothing, and the run continues identically", async () => {
    const steady = createSandbox({ seed: 7 });
    steady.load("outreach");
    const restarted = createSandbox({ seed: 7, snapshotFile });
    restarted.load("outreach");
    for (const sandbox of [steady, restarted]) {
      const headers = { authorization: `Bearer ${sandbox.keys.full}` };
      const url = `http://localhost/api/v2/campaigns/${await campaignOf(sandbox)}/activate`;
      expect((await sandbox.fetch(url, { method: "POST", headers })).status).toBe(200);
      sandbox.advance("1d 3h");
    }
    const key = restarted.keys.withScopes("leads:read");
    await restarted.close();
    const again = createSandbox({ seed: 7, snapshotFile });
    expect(again.keys.withScopes("leads:read")).toBe(key);
    expect(again.now()).toBe(steady.now());
    expect(again.outbox()).toEqual(steady.outbox());
    expect(again.runUntilIdle()).toEqual(steady.runUntilIdle());
    expect(again.outbox()).toEqual(steady.outbox());
    expect(again.outbox().length).toBeGreaterThan(8);
    await again.close();
  });

  it("finds its data whatever the start option is, and rejects those of another seed", async () => {
    const before = createSandbox({ snapshotFile });
    await createList(before, "Berlin founders");
    await before.close();
    const after = createSandbox({ snapshotFile, start: "2030-01-01T00:00:00.000Z" });
    const headers = { authorization: `Bearer ${after.keys.full}` };
    const response = await after.fetch("http://localhost/api/v2/lead-lists", { headers });
    expect(await response.json()).toMatchObject({ items: [{ name: "Berlin founders" }] });
    expect(after.now()).toBe(before.now());
    await after.close();
    expect(() => createSandbox({ snapshotFile, seed: 2 })).toThrow(/state\.snapshot is invalid.*another seed than 2$/);
  });
});

describe("a file of an earlier version", () => {
  it("is read, and its run continues", async () => {
    copyFileSync(path.resolve(import.meta.dirname, "../../tests/files/version-1.snapshot"), snapshotFile);
    const whole = readFileSync(snapshotFile, "utf8");
    const sandbox = createSandbox({ snapshotFile });
    expect(sandbox.snapshot()).toBe(whole);
    expect(sandbox.outbox()).toHaveLength(12);
    expect(sandbox.now()).toBe("2026-09-11T08:00:00.011Z");
    expect(await createList(sandbox, "later")).toBe(200);
    await sandbox.close();
    const again = createSandbox({ snapshotFile });
    expect(again.snapshot()).toContain('"name":"later"');
    expect(again.outbox()).toEqual(sandbox.outbox());
    await again.close();
    const response = await createSandbox().fetch("http://localhost/_sandbox/state", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ restore: whole }),
    });
    expect(response.status).toBe(200);
  });
});

/** The one campaign of a sandbox. */
async function campaignOf(sandbox: Sandbox): Promise<string> {
  const headers = { authorization: `Bearer ${sandbox.keys.full}` };
  const response = await sandbox.fetch("http://localhost/api/v2/campaigns", { headers });
  const { items } = (await response.json()) as { items: { id: string }[] };
  return items[0]?.id ?? "";
}

describe("a corrupt file", () => {
  const spoiled: [string, (whole: string) => string][] = [
    ["empty", () => ""],
    ["no snapshot at all", () => "hello\n"],
    ["cut in the middle", (whole) => whole.slice(0, whole.length / 2)],
    ["without its last line", (whole) => `${whole.trimEnd().split("\n").slice(0, -1).join("\n")}\n`],
    ["without a line in the middle", (whole) => whole.split("\n").toSpliced(1, 1).join("\n")],
    ["changed by one letter", (whole) => whole.replace("Berlin", "Merlin")],
    ["of another version", (whole) => whole.replace('{"sandbox":1', '{"sandbox":2')],
  ];
  it.each(spoiled)("that is %s is rejected with its path, and not modified", async (_, spoil) => {
    const before = createSandbox({ snapshotFile });
    await createList(before, "Berlin founders");
    await before.close();
    const whole = readFileSync(snapshotFile, "utf8");
    const broken = spoil(whole);
    expect(broken).not.toBe(whole);
    writeFileSync(snapshotFile, broken);
    const expectedMessage = `snapshotFile ${snapshotFile} is invalid and was not modified: `;
    expect(() => createSandbox({ snapshotFile })).toThrow(expectedMessage);
    await expect(startSandbox({ snapshotFile })).rejects.toThrow(expectedMessage);
    expect(readFileSync(snapshotFile, "utf8")).toBe(broken);
    expect(() => before.restore(broken)).toThrow();
    expect(before.snapshot()).toBe(whole);
  });

  it("that is empty is named as such", () => {
    writeFileSync(snapshotFile, "\n");
    expect(() => createSandbox({ snapshotFile })).toThrow(": it is empty: delete it to start with a new one");
  });
});
