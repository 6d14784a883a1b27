import {
  chmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createSandbox } from "../create-sandbox.ts";
import { removeDrafts, replaceFile } from "./replace-file.ts";

let folder = "";
let file = "";
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "sandbox-replace-"));
  file = path.join(folder, "state.snapshot");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** The permissions of a file; Windows knows only whether it may be written. */
const permissions = (): number => statSync(file).mode & (process.platform === "win32" ? 0o200 : 0o777);
const expected = (mode: number): number => mode & (process.platform === "win32" ? 0o200 : 0o777);

describe("a replaced file", () => {
  it("is readable by its owner only, whatever the umask and the permissions of other files", async () => {
    const before = process.umask(0);
    try {
      writeFileSync(`${file}.writing`, "");
      chmodSync(`${file}.writing`, 0o666);
      const sandbox = createSandbox({ snapshotFile: file });
      sandbox.advance("1d");
      expect(permissions()).toBe(expected(0o600));
      await sandbox.close();
      expect(permissions()).toBe(expected(0o600));
    } finally {
      process.umask(before);
    }
  });

  it.each([0o644, 0o640, 0o444])("keeps the permissions %o, and is writable by its owner", (mode) => {
    writeFileSync(file, "old\n");
    chmodSync(file, mode);
    replaceFile(file, ["new"]);
    expect(readFileSync(file, "utf8")).toBe("new\n");
    expect(permissions()).toBe(expected(mode | 0o600));
  });

  it("is not visible before it is complete", () => {
    const seen: string[][] = [];
    const lines = function* (): Generator<string> {
      yield "x".repeat(2_000_000);
      seen.push(readdirSync(folder));
      yield "y";
      const [draft = ""] = readdirSync(folder);
      expect(statSync(path.join(folder, draft)).mode & expected(0o077)).toBe(0);
    };
    replaceFile(file, lines());
    replaceFile(file, lines());
    const drafts = seen.map((names) => names.filter((name) => name.includes(".writing-")));
    expect(drafts.flat()).toEqual([
      expect.stringMatching(/^state\.snapshot\.writing-[0-9a-f]{32}$/),
      expect.stringMatching(/^state\.snapshot\.writing-[0-9a-f]{32}$/),
    ]);
    expect(drafts[0]).not.toEqual(drafts[1]);
    expect(readdirSync(folder)).toEqual(["state.snapshot"]);
  });

  it("follows no link that lies where a draft used to be", async () => {
    const precious = path.join(folder, "precious");
    writeFileSync(precious, "precious");
    symlinkSync(precious, `${file}.writing`);
    const sandbox = createSandbox({ snapshotFile: file });
    sandbox.advance("1d");
    await sandbox.close();
    expect(readFileSync(precious, "utf8")).toBe("precious");
    expect(lstatSync(file).isFile()).toBe(true);
  });

  it("stays where a link to it leads, which must be a file", async () => {
    const target = path.join(folder, "real", "kept");
    mkdirSync(path.dirname(target));
    symlinkSync(target, file);
    const refusal = `snapshotFile ${file} cannot be read: it is a symbolic link to nothing`;
    expect(() => createSandbox({ snapshotFile: file })).toThrow(refusal);
    await createSandbox({ snapshotFile: target }).close();
    for (const days of [1, 2]) {
      const sandbox = createSandbox({ snapshotFile: file });
      sandbox.advance("1d");
      await sandbox.close();
      expect(lstatSync(file).isSymbolicLink()).toBe(true);
      expect(readFileSync(target, "utf8")).toContain(`"now":${Date.UTC(2026, 8, 7 + days, 8)}`);
    }
    expect(readdirSync(path.dirname(target))).toEqual(["kept"]);
  });
});

describe("what killed processes have left", () => {
  it("is removed, and nothing else is", () => {
    const random = "0123456789abcdef".repeat(2);
    const left = [`.writing`, `.writing-${random}`, `.lock.0000000a`, `.lock.0000000a.0000000b`];
    const others = ["", ".lock", `.writing-${random}.bak`, ".writing-notes", ".lock.txt", ".old"];
    for (const ending of [...left, ...others]) writeFileSync(`${file}${ending}`, "");
    const neighbour = `other.snapshot.writing-${random}`;
    writeFileSync(path.join(folder, neighbour), "");
    mkdirSync(`${file}.writing-${random.replace("0", "f")}`);
    symlinkSync(file, `${file}.writing-${random.replace("0", "e")}`);
    removeDrafts(file);
    expect(readdirSync(folder).sort()).toEqual(
      [
        ...others.map((ending) => `state.snapshot${ending}`),
        neighbour,
        `state.snapshot.writing-${random.replace("0", "f")}`,
        `state.snapshot.writing-${random.replace("0", "e")}`,
      ].sort(),
    );
  });
});
