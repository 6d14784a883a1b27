import type * as fileSystem from "node:fs";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { stateIn } from "../../tests/state-changes.ts";
import type { TestSandbox } from "../../tests/test-sandbox.ts";
import { createTestSandbox, step } from "../../tests/test-sandbox.ts";
import { createSandbox } from "../create-sandbox.ts";
import { withDefaults } from "../options/sandbox-options.ts";
import { SandboxState } from "../sandbox-state.ts";
import { SnapshotFile } from "./snapshot-file.ts";

/** How many bytes are free. */
let room = Number.POSITIVE_INFINITY;

/** Writes as much as there is room for, as a disk that becomes full does. */
vi.mock("node:fs", async (original) => {
  const real = await original<typeof fileSystem>();
  const full = (): Error => Object.assign(new Error("ENOSPC: no space left on device, write"), { code: "ENOSPC" });
  const writeSync = (descriptor: number, bytes: Uint8Array, from = 0, length?: number, at?: number): number => {
    const count = Math.min(length ?? bytes.length - from, room);
    if (count <= 0) throw full();
    room -= count;
    return real.writeSync(descriptor, bytes, from, count, at);
  };
  const writeFileSync = (file: number, text: string): void => {
    const bytes = Buffer.from(text);
    for (let from = 0; from < bytes.length; ) from += writeSync(file, bytes, from);
  };
  return { ...real, writeSync, writeFileSync };
});

let folder = "";
let snapshotFile = "";
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "sandbox-full-"));
  snapshotFile = path.join(folder, "state.snapshot");
});
afterEach(() => {
  room = Number.POSITIVE_INFINITY;
  rmSync(folder, { recursive: true, force: true });
});

const refusal = (): string => `snapshotFile ${snapshotFile} cannot be written: ENOSPC: no space left on device, write`;
const names = async (api: TestSandbox): Promise<string[]> => (await api.listLeadLists()).items.map(({ name }) => name);
const onDisk = (): string => readFileSync(snapshotFile, "utf8");

describe("a full disk", () => {
  it.each([0, 1, 100])("with %i bytes left fails a change, keeps all others and continues later", async (bytes) => {
    const api = createTestSandbox({ snapshotFile });
    await api.createLeadList("first");
    await api.createLeadList("second");
    const before = onDisk();
    room = bytes;
    expect(await api.request("POST /lead-lists", { name: "third" })).toMatchObject({
      status: 500,
      body: { message: refusal() },
    });
    expect(() => api.sandbox.advance("1d")).toThrow(refusal());
    await expect(api.sandbox.close()).rejects.toThrow(refusal());
    expect(onDisk()).toBe(before);
    expect(readdirSync(folder).sort()).toEqual(["state.snapshot", "state.snapshot.lock"]);

    room = Number.POSITIVE_INFINITY;
    await api.sandbox.close();
    const again = createTestSandbox({ snapshotFile });
    expect(await names(again)).toEqual(["third", "second", "first"]);
    await again.sandbox.close();
  });

  it("leaves no temporary file and no new file", async () => {
    const api = createTestSandbox({ snapshotFile });
    room = 50;
    expect((await api.request("POST /lead-lists", { name: "first" })).body["message"]).toBe(refusal());
    expect(readdirSync(folder)).toEqual(["state.snapshot.lock"]);
    room = Number.POSITIVE_INFINITY;
    await api.sandbox.close();
    expect(readdirSync(folder)).toEqual(["state.snapshot"]);
  });

  it("leaves no lock when there is no room for one", () => {
    room = 50;
    expect(() => createSandbox({ snapshotFile })).toThrow(
      /state\.snapshot cannot be written: .*only be written in part/,
    );
    room = 0;
    expect(() => createSandbox({ snapshotFile })).toThrow(refusal());
    expect(readdirSync(folder)).toEqual([]);
  });

  it("keeps the old state if its replacement fails", async () => {
    const api = createTestSandbox({ snapshotFile });
    await api.createLeadList("first");
    const before = onDisk();
    room = 200;
    expect((await api.request("POST /_sandbox/state", { scenario: "replies" })).body["message"]).toBe(refusal());
    expect(() => api.sandbox.reset()).toThrow(refusal());
    expect(onDisk()).toBe(before);
    expect(readdirSync(folder).sort()).toEqual(["state.snapshot", "state.snapshot.lock"]);
    room = Number.POSITIVE_INFINITY;
    api.sandbox.reset();
    expect(onDisk()).toBe(api.sandbox.snapshot());
    await api.sandbox.close();
  });

  it("does not stop a file from growing if it cannot be compacted", async () => {
    const api = createTestSandbox({ snapshotFile });
    const { id } = await api.createCampaign();
    const patch = (round: number) =>
      api.request(`PATCH /campaigns/${id}`, {
        sequences: [{ steps: [step(1, "", `${round} ${"long ".repeat(100_000)}`)] }],
      });
    for (let round = 0; round < 12; round += 1) {
      room = 700_000;
      expect((await patch(round)).status).toBe(200);
      expect(readdirSync(folder).sort()).toEqual(["state.snapshot", "state.snapshot.lock"]);
    }
    expect(onDisk().length).toBeGreaterThan(5_000_000);
    expect(stateIn(onDisk())).toBe(api.sandbox.snapshot());
    room = 100;
    await api.sandbox.close();
    expect(stateIn(onDisk())).toBe(api.sandbox.snapshot());
    expect(readdirSync(folder)).toEqual(["state.snapshot"]);
  });
});

describe("a flush that fails", () => {
  it("is reported to all callers, and the next save writes everything again", async () => {
    const state = new SandboxState(withDefaults({}));
    let fails = false;
    const flush = async (): Promise<void> => {
      if (fails) throw new Error("EIO: i/o error, fdatasync");
    };
    const file = new SnapshotFile(snapshotFile, () => ({ database: state.database, minted: [] }), flush);
    await file.save();
    fails = true;
    state.advance(1000);
    const both = [file.save(), file.save()];
    const message = `snapshotFile ${snapshotFile} cannot be written: EIO: i/o error, fdatasync`;
    for (const save of both) await expect(save).rejects.toThrow(message);
    expect(onDisk().trimEnd().split("\n").at(-1)).toMatch(/^\[/);
    await file.save();
    expect(onDisk().trimEnd().split("\n").at(-1)).toMatch(/^\{"end":/);
    expect(stateIn(onDisk())).toBe(`${state.snapshotLines().join("\n")}\n`);
    await file.close();
  });
});
