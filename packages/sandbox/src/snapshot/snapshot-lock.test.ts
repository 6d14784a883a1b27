import type { ChildProcess } from "node:child_process";
import { spawn } from "node:child_process";
import { once } from "node:events";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createTestSandbox } from "../../tests/test-sandbox.ts";
import { createSandbox } from "../create-sandbox.ts";
import { startSandbox } from "../start-sandbox.ts";
import type { ProcessIdentity } from "./process-identity.ts";
import { ownIdentity } from "./process-identity.ts";

let folder = "";
let snapshotFile = "";
let lock = "";
const children = new Set<ChildProcess>();
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "sandbox-lock-"));
  snapshotFile = path.join(folder, "state.snapshot");
  lock = `${snapshotFile}.lock`;
});
afterEach(() => {
  for (const child of children) child.kill("SIGKILL");
  children.clear();
  rmSync(folder, { recursive: true, force: true });
});

/** A process that keeps a file, or says why it was refused, and goes on until it is killed. */
async function keeper(
  file: string,
  then = "setInterval(() => {}, 1000)",
): Promise<{ readonly child: ChildProcess; readonly said: string }> {
  const program = `
    const { createSandbox } = await import(${JSON.stringify(new URL("../../dist/index.js", import.meta.url).href)});
    try {
      createSandbox({ snapshotFile: process.argv[1] }).advance("1d");
      console.log("kept");
    } catch (error) {
      console.log(error.message);
    }
    ${then};
  `;
  const words = ["--input-type=module", "--eval", program, file];
  const child = spawn(process.execPath, words, { stdio: ["ignore", "pipe", "inherit"] });
  children.add(child);
  for await (const said of createInterface({ input: child.stdout })) return { child, said };
  throw new Error("it said nothing");
}

async function kill(child: ChildProcess): Promise<void> {
  const ended = once(child, "exit");
  child.kill("SIGKILL");
  await ended;
}

const isoTime = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z/;

describe("a second sandbox on a file", () => {
  it("is rejected in the same process until the first is closed, which loses nothing", async () => {
    const first = createTestSandbox({ snapshotFile });
    await first.createLeadList("Clinics");
    const refusal = `snapshotFile ${snapshotFile} cannot be written: it is kept by another sandbox in this process (${process.pid}) since `;
    expect(() => createSandbox({ snapshotFile })).toThrow(refusal);
    expect(() => createSandbox({ snapshotFile })).toThrow(isoTime);
    await expect(startSandbox({ snapshotFile })).rejects.toThrow(refusal);
    await first.createLeadList("Schools");
    await first.sandbox.close();
    const second = createTestSandbox({ snapshotFile });
    expect((await second.listLeadLists()).items).toHaveLength(2);
    await second.sandbox.close();
    expect(readdirSync(folder)).toEqual([path.basename(snapshotFile)]);
  });

  it("is rejected for any path of the file", async () => {
    mkdirSync(path.join(folder, "real"));
    symlinkSync(path.join(folder, "real"), path.join(folder, "link"), "dir");
    const first = createSandbox({ snapshotFile: path.join(folder, "real", "state") });
    expect(() => createSandbox({ snapshotFile: path.join(folder, "link", "state") })).toThrow("in this process");
    first.advance("1d");
    symlinkSync(path.join(folder, "real", "state"), snapshotFile);
    expect(() => createSandbox({ snapshotFile })).toThrow("in this process");
    await first.close();
  });

  it("is rejected while another process uses it, and accepted after that was killed", async () => {
    const { child, said } = await keeper(snapshotFile);
    expect(said).toBe("kept");
    expect(() => createSandbox({ snapshotFile })).toThrow(`another sandbox in process ${child.pid} since `);
    await kill(child);
    expect(existsSync(lock)).toBe(true);
    const next = createSandbox({ snapshotFile });
    expect(next.now()).toBe("2026-09-08T08:00:00.000Z");
    await next.close();
    expect(existsSync(lock)).toBe(false);
  });

  it("only one of several takes over the lock of a killed process", { timeout: 60_000 }, async () => {
    await kill((await keeper(snapshotFile)).child);
    const next = await Promise.all(Array.from({ length: 4 }, () => keeper(snapshotFile)));
    const [kept, ...more] = next.filter(({ said }) => said === "kept");
    expect(more).toEqual([]);
    const refusal = `another sandbox in process ${kept?.child.pid} since `;
    const others = next.filter((each) => each !== kept).map(({ said }) => said);
    expect(others).toEqual(Array.from({ length: 3 }, () => expect.stringContaining(refusal)));
    await Promise.all(next.map(({ child }) => kill(child)));
    await createSandbox({ snapshotFile }).close();
    expect(readdirSync(folder)).toEqual([path.basename(snapshotFile)]);
  });

  it("is let in when a process ended without closing the first", async () => {
    const { child } = await keeper(snapshotFile, "process.exit()");
    await once(child, "exit");
    expect(readdirSync(folder)).toEqual([path.basename(snapshotFile)]);
  });

  it("is let in when the first could not start", async () => {
    writeFileSync(snapshotFile, "broken");
    expect(() => createSandbox({ snapshotFile })).toThrow("is invalid");
    rmSync(snapshotFile);
    const first = await startSandbox();
    const { port } = new URL(first.url);
    await expect(startSandbox({ snapshotFile, port: Number(port) })).rejects.toThrow("is already in use");
    expect(readdirSync(folder)).toEqual([]);
    await first.close();
  });
});

describe("a lock", () => {
  it.each([
    ["that was removed", () => rmSync(lock), "its lock LOCK was removed"],
    [
      "that is another's",
      () => writeHolder({ host: "build-7" }),
      'it is kept by another sandbox in process 1 on "build-7"',
    ],
  ])("%s stops the first sandbox before it writes", async (_, act, reason) => {
    const api = createTestSandbox({ snapshotFile });
    await api.createLeadList("Clinics");
    const before = readFileSync(snapshotFile, "utf8");
    act();
    const response = await api.request("POST /lead-lists", { name: "Schools" });
    expect(response.status).toBe(500);
    expect(response.body["message"]).toContain(`snapshotFile ${snapshotFile} cannot be written: `);
    expect(response.body["message"]).toContain(reason.replace("LOCK", lock));
    expect(() => api.sandbox.advance("1d")).toThrow(reason.replace("LOCK", lock));
    await expect(api.sandbox.close()).rejects.toThrow(reason.replace("LOCK", lock));
    expect(readFileSync(snapshotFile, "utf8")).toBe(before);
  });

  it.each<[string, Partial<ProcessIdentity>]>([
    ["of another machine", { host: "build-7" }],
    ["of another container", { pidNamespace: "pid:[1]" }],
  ])("%s is not taken over: nobody here can see that process", (_, identity) => {
    writeHolder(identity);
    const before = readFileSync(lock, "utf8");
    expect(() => createSandbox({ snapshotFile })).toThrow(
      /in process 1 (on "build-7"|in another container) since 2026-.*cannot be seen from here; if it does not, delete /,
    );
    expect(readFileSync(lock, "utf8")).toBe(before);
  });

  it.each<[string, () => void]>([
    ["whose process has ended", () => writeHolder({ pid: 2 ** 22 + 1 })],
    ["from before the machine was started", () => writeHolder({ pid: process.pid, boot: "x", bootedAt: 0 })],
    ["that was never written", () => writeFileSync(lock, "")],
  ])("%s is taken over", async (_, act) => {
    act();
    const sandbox = createSandbox({ snapshotFile });
    expect(JSON.parse(readFileSync(lock, "utf8"))).toMatchObject({ pid: process.pid });
    await sandbox.close();
    expect(readdirSync(folder)).toEqual([path.basename(snapshotFile)]);
  });

  it("is taken over even if a process was killed during a takeover", async () => {
    writeHolder({ pid: 2 ** 22 + 1 }, lock, "0");
    writeHolder({ pid: 2 ** 22 + 2 }, `${lock}.00000000`, "1");
    writeHolder({ pid: 2 ** 22 + 3 }, `${lock}.00000000.11111111`, "2");
    const sandbox = createSandbox({ snapshotFile });
    expect(() => createSandbox({ snapshotFile })).toThrow("in this process");
    await sandbox.close();
    expect(readdirSync(folder)).toEqual([path.basename(snapshotFile)]);
  });

  it.each<[string, () => void]>([
    ["a text", () => writeFileSync(lock, "my notes\n")],
    ["other JSON", () => writeFileSync(lock, '{"pid":1}')],
    ["a name that leads elsewhere", () => writeHolder({}, lock, "../x")],
    ["a folder", () => mkdirSync(lock)],
    ["a symbolic link", () => symlinkSync(path.join(folder, "notes"), lock)],
  ])("that is %s is somebody else's, and is left alone", (_, act) => {
    writeFileSync(path.join(folder, "notes"), "my notes\n");
    act();
    const before = readdirSync(folder);
    expect(() => createSandbox({ snapshotFile })).toThrow(/state\.snapshot\.lock is .*: move it away$/);
    expect(readdirSync(folder)).toEqual(before);
    expect(readFileSync(path.join(folder, "notes"), "utf8")).toBe("my notes\n");
  });
});

function writeHolder(identity: Partial<ProcessIdentity>, file: string = lock, digit = "0"): void {
  const token = `${digit.repeat(8)}-0000-4000-8000-000000000000`;
  writeFileSync(
    file,
    JSON.stringify({ ...ownIdentity(), pid: 1, since: "2026-09-07T08:00:00.000Z", token, ...identity }),
  );
}
