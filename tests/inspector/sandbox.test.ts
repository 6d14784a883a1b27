import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { KeyList, Overview, RunningSandbox, StateReport } from "@modulex-instantly/sandbox";
import type { Page } from "playwright-core";
import { afterAll, expect, it } from "vitest";
import { accessibilityViolations, openInspector } from "./open-inspector.ts";

const folder = mkdtempSync(path.join(tmpdir(), "sandbox-view-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function get<Body>({ url }: RunningSandbox, route: string): Promise<Body> {
  return (await (await fetch(`${url}/_sandbox${route}`)).json()) as Body;
}

const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });
const dialog = (page: Page) => page.getByRole("dialog");

it("shows what the sandbox is, how to reach it, and its workspaces", async () => {
  const { page, sandbox, show } = await openInspector({ scenario: "outreach", seed: "spring" });
  await page.addInitScript(() => {
    const copies: string[] = [];
    Object.assign(window, { copies });
    navigator.clipboard.writeText = async (text) => void copies.push(text);
  });
  const lastCopy = () => page.evaluate(() => (window as unknown as { copies: string[] }).copies.at(-1));
  await show("/?view=sandbox");
  const { version } = await get<Overview>(sandbox, "/overview");
  const about = page.getByRole("region", { name: "This sandbox" });
  const facts = await about.getByRole("definition").allTextContents();
  expect(facts).toEqual([
    version,
    sandbox.url,
    "live: as the API was observed to behave",
    "outreach",
    "spring",
    "only moves on request",
    "none: the state is gone when the sandbox stops",
  ]);

  const environment = page.getByRole("region", { name: "Connect a client" });
  for (const name of ["full", "readOnly"] as const) {
    await environment.getByLabel("Key").selectOption(name);
    const lines = `export INSTANTLY_BASE_URL=${sandbox.url}\nexport INSTANTLY_API_KEY=${sandbox.keys[name]}\n`;
    await expect.poll(() => page.getByTestId("environment").textContent()).toBe(lines);
    await environment.getByRole("button", { name: "Copy these lines" }).click();
    await expect.poll(lastCopy).toBe(lines);
    await environment.getByRole("button", { name: "Copy these lines" }).waitFor();
  }

  const state = await get<StateReport>(sandbox, "/state");
  const workspaces = page.getByRole("region", { name: "Workspaces" });
  for (const { id, accounts, campaigns, leads } of state.workspaces) {
    const text = (await workspaces.allInnerTexts()).join();
    for (const part of [id, ...accounts, ...campaigns.map(({ name }) => name), `${leads} leads, `])
      expect(text).toContain(part);
  }
  await workspaces.getByRole("link", { name: "Clinics without online booking" }).click();
  expect(new URL(page.url()).searchParams.get("campaign")).toBe(state.workspaces[0]?.campaigns[0]?.id);
});

it("lists all keys with what they may do, copies one, and creates one with chosen scopes", async () => {
  const { page, sandbox, show } = await openInspector();
  await show("/?view=sandbox");
  const region = page.getByRole("region", { name: "API keys" });
  const rows = region.getByRole("row");
  const { keys } = await get<KeyList>(sandbox, "/keys/all");
  await expect.poll(() => rows.count()).toBe(keys.length + 1);
  const works = ["yes", "yes", "not paid: 402", "revoked: 401"];
  for (const [index, { name, key, scopes }] of keys.entries()) {
    const cells = await rows
      .nth(index + 1)
      .getByRole("cell")
      .allTextContents();
    expect(cells.slice(0, 4)).toEqual([name, scopes.join(""), works[index], key]);
  }
  const create = region.getByRole("form", { name: "Create a key" });
  const submit = create.getByRole("button", { name: "Create the key" });
  expect(await submit.getAttribute("title")).toBe("Choose at least one scope");
  await create.getByLabel("leads:read").check();
  await create.getByLabel("emails:all").check();
  await create.getByLabel("leads:all").check();
  await create.getByLabel("leads:all").uncheck();
  await submit.click();
  await expect.poll(() => rows.count()).toBe(keys.length + 2);
  const created = (await get<KeyList>(sandbox, "/keys/all")).keys.at(-1);
  expect(created?.scopes).toEqual(["leads:read", "emails:all"]);
  await region.getByText(created?.key ?? "?").waitFor();
  expect(await create.getByLabel("leads:read").isChecked()).toBe(false);
});

it("loads a scenario by its name after a question, and can take it back", async () => {
  const { page, sandbox, show } = await openInspector();
  await show("/?view=sandbox");
  const before = sandbox.snapshot();
  await button(page, "Load replies").click();
  await dialog(page).getByText("Everything is replaced: 0 campaigns, 0 leads, 0 mails").waitFor();
  await dialog(page).getByRole("button", { name: "Cancel" }).click();
  expect(sandbox.snapshot()).toBe(before);
  await button(page, "Load replies").click();
  await dialog(page).getByRole("button", { name: "Load the scenario" }).click();
  await page.getByText("The scenario replies is loaded.").waitFor();
  expect(sandbox.outbox().length).toBeGreaterThan(0);
  await button(page, "Rewind…").click();
  await dialog(page)
    .getByRole("listitem")
    .filter({ hasText: "before the scenario replies" })
    .getByRole("button")
    .click();
  await expect.poll(() => dialog(page).count()).toBe(0);
  expect(sandbox.snapshot()).toBe(before);
  await button(page, "Load pages").click();
  await dialog(page).getByRole("button", { name: "Load the scenario" }).click();
  await page.getByText("The scenario pages is loaded.").waitFor();
  await button(page, "Reset…").click();
  await dialog(page).getByText("The sandbox returns to its start: empty.").waitFor();
  await dialog(page).getByRole("button", { name: "Reset" }).click();
  await page.getByText("The sandbox is as it was at the start: empty.").waitFor();
  expect(sandbox.snapshot()).toBe(before);
});

it("loads a scenario file that was chosen or pasted, and shows what is wrong with it", async () => {
  const { page, sandbox, show, expectTroubles } = await openInspector({ scenario: "outreach" });
  await show("/?view=sandbox");
  const before = sandbox.snapshot();
  const text = page.getByLabel("Its text");
  const load = async (): Promise<void> => {
    await button(page, "Load this text…").click();
    await dialog(page).getByRole("button", { name: "Load the file" }).click();
  };
  const wrong: readonly (readonly [yaml: string, sentence: RegExp])[] = [
    ["titel: x\n", /text:1: titel: is unknown; did you mean "title"\?/],
    ["title: x\nlead_lists: 5\n", /text:2: lead_lists: expected/],
    ["title: [<img src=x>\n", /text:\d/],
  ];
  for (const [yaml, sentence] of wrong) {
    await text.fill(yaml);
    await load();
    await dialog(page).getByRole("alert").getByText(sentence).waitFor();
    await dialog(page).getByRole("button", { name: "Close" }).click();
    expect(await text.inputValue()).toBe(yaml);
    expect(sandbox.snapshot()).toBe(before);
  }
  expectTroubles(400);
  const file = path.join(folder, "mine.yaml");
  writeFileSync(file, 'title: Mine\nlead_lists: ["Spring <b>"]\n');
  await page.getByLabel("A scenario file").setInputFiles(file);
  await expect.poll(() => text.inputValue()).toContain("title: Mine");
  await load();
  await page.getByText("The scenario file is loaded.").waitFor();
  const [main] = (await get<StateReport>(sandbox, "/state")).workspaces;
  expect([main?.lead_lists, main?.campaigns]).toEqual([1, []]);
});

it("downloads a snapshot and restores it, and a broken one changes nothing", async () => {
  const { page, sandbox, show, expectTroubles } = await openInspector({ scenario: "replies" });
  await show("/?view=sandbox");
  const [download] = await Promise.all([page.waitForEvent("download"), button(page, "Download a snapshot").click()]);
  expect(download.suggestedFilename()).toBe(`sandbox-${sandbox.now().slice(0, 16).replace(":", "-")}.jsonl`);
  const file = path.join(folder, "snapshot.jsonl");
  await download.saveAs(file);
  expect(readFileSync(file, "utf8")).toBe(sandbox.snapshot());
  sandbox.reset();
  sandbox.advance("3d");
  const before = sandbox.snapshot();

  const broken = path.join(folder, "broken.jsonl");
  writeFileSync(broken, readFileSync(file, "utf8").slice(0, 3000));
  const restore = page.getByRole("form", { name: "Restore a snapshot" });
  expect(await restore.getByRole("button", { name: "Restore…" }).getAttribute("title")).toBe("Choose a snapshot first");
  await restore.getByLabel("A snapshot to restore").setInputFiles(broken);
  await restore.getByRole("button", { name: "Restore…" }).click();
  await dialog(page).getByRole("button", { name: "Restore" }).click();
  await dialog(page).getByRole("alert").getByText("restore: the snapshot is invalid:").waitFor();
  expect(sandbox.snapshot()).toBe(before);
  await dialog(page).getByRole("button", { name: "Cancel" }).click();
  expectTroubles(400);

  await restore.getByLabel("A snapshot to restore").setInputFiles(file);
  await restore.getByRole("button", { name: "Restore…" }).click();
  await dialog(page).getByRole("button", { name: "Restore" }).click();
  await page.getByText("snapshot.jsonl is restored.").waitFor();
  expect(sandbox.snapshot()).toBe(readFileSync(file, "utf8"));
});

it.each([
  ["light", {}],
  ["dark", { colorScheme: "dark" as const }],
  ["phone", { viewport: { width: 390, height: 800 } }],
])("has no accessibility violation: %s", async (_, context) => {
  const inspector = await openInspector({ scenario: "replies" }, context);
  const { page, show } = inspector;
  await show("/?view=sandbox");
  await page.getByRole("region", { name: "API keys" }).waitFor();
  expect(await accessibilityViolations(inspector)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  await button(page, "Reset…").click();
  await dialog(page).waitFor();
  expect(await accessibilityViolations(inspector)).toEqual([]);
});
