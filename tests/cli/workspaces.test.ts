import { chmodSync, existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { RunningSandbox } from "@modulex-instantly/sandbox";
import { startSandbox } from "@modulex-instantly/sandbox";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { cli, newHome } from "./support/cli-run.ts";

let home: string;
let first: RunningSandbox;
let env: Record<string, string>;

beforeAll(async () => {
  first = await startSandbox({ scenario: "replies", limits: "off" });
});
afterAll(() => first.close());
beforeEach(() => {
  home = newHome();
  env = { INSTANTLY_BASE_URL: first.url };
});

const file = () => path.join(home, ".config/modulex-instantly/profiles.json");
const login = (name: string, key: string = first.keys.full) =>
  cli(["login", "--workspace", name, "--key-stdin", "--no-keyring"], home, { env, stdin: `${key}\n` });
const create = ["lead-lists", "create", "--name", "Autumn"];

describe("login", () => {
  test("tests the key, and stores it in a file that only its owner may read", async () => {
    const { code, stdout, stderr } = await login("acme");
    expect(code).toBe(0);
    expect(stdout).toBe(`Stored the key of the profile acme in ${file()}.\n`);
    expect(stdout + stderr).not.toContain(first.keys.full);
    expect(statSync(file()).mode & 0o777).toBe(0o600);
    expect(statSync(path.dirname(file())).mode & 0o777).toBe(0o700);
    expect((await cli(["leads", "list", "--limit", "1"], home, { env })).code).toBe(0);
  });

  test.each([
    ["a wrong key", "sbx_wrong", 3],
    ["no key", " \n", 3],
    ["two words", "two words", 3],
  ])("stores nothing for %s", async (_, key, expected) => {
    const { code, stderr } = await login("acme", key);
    expect(code).toBe(expected);
    if (key.trim() !== "") expect(stderr).not.toContain(key);
    expect(existsSync(file())).toBe(false);
  });

  test("without a terminal says how to pass the key", async () => {
    const { code, stderr } = await cli(["login"], home, { env });
    expect(code).toBe(2);
    expect(stderr).toMatch(/no terminal .*--key-stdin/);
  });

  test.each(["environment", "sandbox", "../up", "a b", "", "__proto__"])("%j is no name of a profile", async (name) => {
    const { code, stderr } = await login(name);
    expect(code).toBe(2);
    expect(stderr).toMatch(/--workspace: expected up to 64 letters/);
  });

  test("makes a file private again that others may read", async () => {
    await login("acme");
    chmodSync(file(), 0o644);
    await cli(["profiles", "list"], home, { env });
    expect(statSync(file()).mode & 0o777).toBe(0o600);
  });

  test.each(["{", "null", '{"profiles":null}', '{"profiles":{"a":1}}'])("says so if the file is %s", async (text) => {
    await login("acme");
    writeFileSync(file(), text);
    const { code, stderr } = await cli(["leads", "list"], home, { env });
    expect(code).toBe(1);
    expect(stderr).toMatch(/profiles\.json is damaged: delete it/);
  });
});

describe("with two profiles", () => {
  beforeEach(async () => {
    await login("acme");
    await login("globex");
    first.clearJournal();
  });

  test("a write without --workspace is refused, a read uses the default", async () => {
    const { code, stderr } = await cli(create, home, { env });
    expect(code).toBe(2);
    expect(stderr).toMatch(/--workspace is required for writes, because there are several profiles: acme, globex/);
    expect(first.journal().entries).toEqual([]);
    expect((await cli([...create, "--workspace", "globex"], home, { env })).code).toBe(0);
    expect((await cli(["leads", "list"], home, { env })).code).toBe(0);
  });

  test("a write with a key of the environment names it, too", async () => {
    const both = { ...env, INSTANTLY_API_KEY: first.keys.full };
    expect((await cli(create, home, { env: both })).stderr).toMatch(/acme, globex, environment/);
    expect((await cli([...create, "--workspace", "environment"], home, { env: both })).code).toBe(0);
    expect((await cli([...create, "--workspace", "environment"], home, { env })).code).toBe(3);
    expect((await cli([...create, "--key-stdin"], home, { env, stdin: first.keys.full })).code).toBe(0);
  });

  test("a dry run of a write needs none of them", async () => {
    expect((await cli([...create, "--dry-run"], home, { env })).code).toBe(0);
  });

  test("an unknown one is refused with the nearest", async () => {
    const { code, stderr } = await cli([...create, "--workspace", "amce"], home, { env });
    expect(code).toBe(2);
    expect(stderr).toContain('did you mean "acme"?');
  });

  test("profiles lists them without keys, use sets the default, logout removes one", async () => {
    const list = async () => (await cli(["profiles", "list"], home, { env })).stdout;
    expect(await list()).toBe("acme (default): key in the file\nglobex: key in the file\n");
    expect((await cli(["profiles", "use", "globex"], home, { env })).code).toBe(0);
    expect((await cli(["profiles", "use", "nobody"], home, { env })).code).toBe(2);
    expect(JSON.parse((await cli(["profiles", "list", "--json"], home, { env })).stdout)[1]).toMatchObject({
      name: "globex",
      default: true,
    });
    expect((await cli(["logout"], home, { env })).code).toBe(2);
    expect((await cli(["logout", "--workspace", "globex"], home, { env })).code).toBe(0);
    expect(await list()).toBe("acme (default): key in the file\n");
    expect(readFileSync(file(), "utf8")).not.toContain("globex");
    expect((await cli(["logout"], home, { env })).code).toBe(0);
    expect(await list()).toMatch(/There are no profiles/);
  });
});

describe("doctor", () => {
  test("checks the key, what it may read, the clock and the limits", async () => {
    await login("acme");
    const { code, stdout } = await cli(["doctor"], home, { env });
    expect(code).toBe(0);
    expect(stdout).toMatch(/^ok +key: from the profile acme$/m);
    expect(stdout).toMatch(/^ok +connection: a response after \d+ ms$/m);
    for (const group of ["leads", "campaigns", "emails", "lead-lists"]) {
      expect(stdout).toMatch(new RegExp(`^ok +${group} list: the key may read them$`, "m"));
    }
    expect(stdout).toMatch(/clock: \d+ s (?:ahead of|behind) the API/);
    expect(stdout).toMatch(/^ok +limits: .*6,000 a minute/m);
  });

  test("names a missing scope, and fails with exit code 3 for a wrong key and 7 without a connection", async () => {
    const made = await first.fetch(`${first.url}/_sandbox/keys`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ scopes: ["leads:read"] }),
    });
    const { key } = (await made.json()) as { readonly key: string };
    const some = await cli(["doctor", "--json"], home, { env: { ...env, INSTANTLY_API_KEY: key } });
    expect(some.code).toBe(0);
    const states = Object.fromEntries(
      JSON.parse(some.stdout).map(({ check, state }: Record<string, string>) => [check, state]),
    );
    expect(states).toMatchObject({ "leads list": "ok", "campaigns list": "warning", "emails list": "warning" });
    expect((await cli(["doctor"], home, { env: { ...env, INSTANTLY_API_KEY: "sbx_wrong" } })).code).toBe(3);
  });
});

describe("--sandbox", () => {
  test("remembers between commands, moves its clock, and is reset and deleted on request", async () => {
    const sandbox = (...words: string[]) => cli(words, home);
    expect((await sandbox("lead-lists", "create", "--name", "Mine", "--sandbox")).code).toBe(0);
    const names = async () =>
      JSON.parse((await sandbox("lead-lists", "list", "--sandbox", "--select", "lead_lists[].name")).stdout);
    expect(await names()).toContain("Mine");
    const kept = path.join(home, ".local/state/modulex-instantly/sandbox.jsonl");
    expect(statSync(kept).mode & 0o077).toBe(0);
    expect((await sandbox("sandbox", "advance", "3d")).stdout).toMatch(/^It is now 20\d\d-/);
    expect((await sandbox("sandbox", "advance", "soon")).code).toBe(2);
    expect((await sandbox("sandbox", "reset", "--scenario", "outreach")).code).toBe(0);
    expect(await names()).not.toContain("Mine");
    const { stdout } = await sandbox("campaigns", "list", "--sandbox", "--select", "campaigns[0].id");
    expect((await sandbox("campaigns", "activate", JSON.parse(stdout), "--sandbox", "--yes")).code).toBe(0);
    expect((await sandbox("sandbox", "advance", "1d")).stdout).toMatch(/The campaigns have sent 8 emails, to nobody/);
    expect(JSON.parse((await sandbox("sandbox", "outbox", "--json")).stdout).length).toBe(8);
    expect((await sandbox("sandbox", "delete")).code).toBe(0);
    expect(existsSync(kept)).toBe(false);
  });

  test("ignores every key, and never leaves this machine", async () => {
    const real = { INSTANTLY_API_KEY: "a-real-key", INSTANTLY_BASE_URL: "https://api.instantly.invalid" };
    expect((await cli(["leads", "list", "--sandbox"], home, { env: real })).code).toBe(0);
    const { code, stderr } = await cli(["leads", "list", "--sandbox", "--key-stdin"], home, { stdin: "k" });
    expect(code).toBe(2);
    expect(stderr).toMatch(/the sandbox needs no key/);
  });

  test("is used by one command after the other, however many start at once", async () => {
    const runs = Array.from({ length: 5 }, (_, index) =>
      cli(["lead-lists", "create", "--name", `list ${index}`, "--sandbox"], home),
    );
    for (const { code } of await Promise.all(runs)) expect(code).toBe(0);
    const { stdout } = await cli(["lead-lists", "list", "--sandbox", "--search", "list", "--select", "count"], home);
    expect(stdout).toBe("5\n");
  });

  test("says so if its file is damaged, and keeps it", async () => {
    await cli(["leads", "list", "--sandbox"], home);
    const kept = path.join(home, ".local/state/modulex-instantly/sandbox.jsonl");
    writeFileSync(kept, "nonsense\n");
    const { code, stderr } = await cli(["leads", "list", "--sandbox"], home);
    expect(code).toBe(1);
    expect(stderr).toMatch(/sandbox\.jsonl is invalid and was not modified/);
    expect(readFileSync(kept, "utf8")).toBe("nonsense\n");
  });
});
