import { copyFileSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { stateChanges, stateIn } from "../../tests/state-changes.ts";
import { createTestSandbox, step } from "../../tests/test-sandbox.ts";

let folder = "";
let snapshotFile = "";
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "sandbox-changes-"));
  snapshotFile = path.join(folder, "state.snapshot");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe("the changes in a file", () => {
  it("are the whole state after every step, also when the sandbox was killed", { timeout: 120_000 }, async () => {
    const names = [...(Object.keys(stateChanges) as (keyof typeof stateChanges)[]), "kill"] as const;
    const steps = fc.array(fc.tuple(fc.constantFrom(...names), fc.nat(99)), { minLength: 15, maxLength: 40 });
    let files = 0;
    await fc.assert(
      fc.asyncProperty(steps, async (chosen) => {
        let file = `${snapshotFile}-${files++}`;
        let api = createTestSandbox({ snapshotFile: file });
        api.sandbox.advance("1s");
        for (const [name, choice] of chosen) {
          if (name === "kill") {
            const copy = `${snapshotFile}-${files++}`;
            copyFileSync(file, copy);
            const after = createTestSandbox({ snapshotFile: copy });
            expect(after.sandbox.snapshot()).toBe(api.sandbox.snapshot());
            await api.sandbox.close();
            [file, api] = [copy, after];
          } else {
            await stateChanges[name](api, choice);
          }
          expect(stateIn(readFileSync(file, "utf8"))).toBe(api.sandbox.snapshot());
        }
        await api.sandbox.close();
        expect(readFileSync(file, "utf8")).toBe(api.sandbox.snapshot());
      }),
      { numRuns: 20 },
    );
  });

  it("cost what has changed, however much there is", async () => {
    const added = async (leads: number): Promise<number> => {
      const file = path.join(folder, String(leads));
      const api = createTestSandbox({ snapshotFile: file });
      api.sandbox.generateLeads({ count: leads });
      await api.createLeadList("first");
      const before = statSync(file);
      await api.createLeadList("second");
      const after = statSync(file);
      expect(after.ino).toBe(before.ino);
      await api.sandbox.close();
      return after.size - before.size;
    };
    const [few, many] = [await added(10), await added(20_000)];
    expect(few).toBeGreaterThan(100);
    expect(few).toBeLessThan(1000);
    expect(many).toBeLessThan(few + 20);
  });

  it("are a snapshot when they are most of what there is", async () => {
    const api = createTestSandbox({ snapshotFile });
    await api.createLeadList("first");
    api.sandbox.generateLeads({ count: 10_001 });
    expect(readFileSync(snapshotFile, "utf8")).toBe(api.sandbox.snapshot());
    const { size } = statSync(snapshotFile);
    api.sandbox.generateLeads({ count: 1000 });
    expect(statSync(snapshotFile).size).toBeGreaterThan(size);
    expect(readFileSync(snapshotFile, "utf8")).not.toBe(api.sandbox.snapshot());
    expect(stateIn(readFileSync(snapshotFile, "utf8"))).toBe(api.sandbox.snapshot());
    await api.sandbox.close();
  });

  it("do not repeat the emails of a campaign for every lead", async () => {
    const api = createTestSandbox({ snapshotFile });
    const { id } = await api.createCampaign({ sequences: [{ steps: [step(1, "One", "long ".repeat(20_000))] }] });
    await api.activateCampaign(id);
    const before = statSync(snapshotFile).size;
    await api.createLead({ campaign: id, email: "ada@example.com", custom_variables: { city: "Porto" } });
    await api.createLead({ campaign: id, email: "bela@example.com", custom_variables: { city: "Lodz" } });
    expect(statSync(snapshotFile).size - before).toBeLessThan(5000);
    await api.sandbox.close();
  });

  it("give way to a snapshot when they have become long", async () => {
    const api = createTestSandbox({ snapshotFile });
    const { id } = await api.createCampaign();
    const sizes: number[] = [];
    for (let round = 0; round < 120; round += 1) {
      await api.request(`PATCH /campaigns/${id}`, {
        sequences: [{ steps: [step(1, "One", `${round} ${"long ".repeat(20_000)}`)] }],
      });
      sizes.push(statSync(snapshotFile).size);
    }
    expect(Math.max(...sizes)).toBeGreaterThan(4_000_000);
    expect(Math.max(...sizes)).toBeLessThan(5_000_000);
    expect(sizes.filter((size, index) => size < (sizes[index - 1] ?? 0)).length).toBeGreaterThanOrEqual(2);
    expect(stateIn(readFileSync(snapshotFile, "utf8"))).toBe(api.sandbox.snapshot());
    await api.sandbox.close();
  });
});

describe("a file of changes", () => {
  /** A file that was not closed, and the state after each change, by how long the file was. */
  async function written(): Promise<{ readonly text: string; readonly states: ReadonlyMap<number, string> }> {
    const api = createTestSandbox({ snapshotFile });
    const states = new Map<number, string>();
    for (const name of ["list", "campaign", "list", "lead", "activation", "hours"] as const) {
      await stateChanges[name](api, 5);
      states.set(statSync(snapshotFile).size, api.sandbox.snapshot());
    }
    const text = readFileSync(snapshotFile, "utf8");
    await api.sandbox.close();
    expect(states.size).toBe(6);
    return { text, states };
  }

  it("that ends anywhere is read as far as its changes are whole", async () => {
    const { text, states } = await written();
    const bytes = Buffer.from(text);
    const [sealed = 0] = states.keys();
    for (let end = sealed; end <= bytes.length; end += 1) {
      // A line that only lacks its end is whole.
      const counted = Math.max(...[...states.keys()].filter((size) => size <= end + 1));
      const found = stateIn(bytes.subarray(0, end).toString("utf8"));
      expect(found === states.get(counted), `${end} of ${bytes.length} bytes`).toBe(true);
    }
    expect(() => stateIn("")).toThrow(/it is empty/);
    for (let end = 1; end < sealed - 1; end += 1) {
      expect(() => stateIn(bytes.subarray(0, end).toString("utf8")), `${end} bytes`).toThrow(
        /not a whole|not the first/,
      );
    }
  });

  it("is continued after a truncated change", async () => {
    const { text, states } = await written();
    const before = [...states.values()].at(-2);
    for (const tail of ["", "[", '["', '["0', "\0\0\0\0"]) {
      const kept = Buffer.from(text).subarray(0, [...states.keys()].at(-2));
      writeFileSync(snapshotFile, Buffer.concat([kept, Buffer.from(tail)]));
      const api = createTestSandbox({ snapshotFile });
      expect(api.sandbox.snapshot(), JSON.stringify(tail)).toBe(before);
      await api.createLeadList("later");
      expect(stateIn(readFileSync(snapshotFile, "utf8"))).toBe(api.sandbox.snapshot());
      await api.sandbox.close();
    }
  });

  it("that is damaged before its end is rejected with the line, and not modified", async () => {
    const { text } = await written();
    const lines = text.split("\n");
    const seal = lines.findIndex((line) => line.startsWith('{"end"'));
    const damaged: [number, string[]][] = [];
    for (let index = seal + 1; index < lines.length - 1; index += 1) {
      const line = lines[index] ?? "";
      for (const at of [0, 5, 40, line.length >> 1, line.length - 1]) {
        damaged.push([index + 1, lines.with(index, `${line.slice(0, at)}~${line.slice(at + 1)}`)]);
      }
      damaged.push([index + 1, lines.with(index, "hello")]);
      damaged.push([index + 1, lines.with(index, lines[seal] ?? "")]);
      if (index < lines.length - 2) damaged.push([index + 1, lines.toSpliced(index, 1)]);
      damaged.push([index + 2, lines.toSpliced(index, 0, line)]);
    }
    damaged.push([lines.length, lines.with(-1, "{}")]);
    for (const [line, broken] of damaged) {
      writeFileSync(snapshotFile, broken.join("\n"));
      const message = `snapshotFile ${snapshotFile} is invalid and was not modified: line ${line} is damaged`;
      expect(() => createTestSandbox({ snapshotFile })).toThrow(message);
      expect(readFileSync(snapshotFile, "utf8")).toBe(broken.join("\n"));
    }
    expect(damaged.length).toBeGreaterThan(30);
  });

  it("can be restored by a sandbox with another snapshot file, or none", async () => {
    const { text, states } = await written();
    const [other, none] = [createTestSandbox({ snapshotFile: `${snapshotFile}.other` }), createTestSandbox()];
    for (const api of [other, none]) {
      expect((await api.request("POST /_sandbox/state", { restore: text })).status).toBe(200);
      expect(api.sandbox.snapshot()).toBe([...states.values()].at(-1));
    }
    expect(stateIn(readFileSync(`${snapshotFile}.other`, "utf8"))).toBe(other.sandbox.snapshot());
    await other.sandbox.close();
  });
});
