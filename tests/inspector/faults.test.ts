import type { ControlRoutes, FaultKinds, RunningSandbox } from "@modulex-instantly/sandbox";
import { expect, it } from "vitest";
import { accessibilityViolations, openInspector } from "./open-inspector.ts";

type Pending = ControlRoutes["GET /faults"]["response"]["pending"];

async function get<Body>({ url }: RunningSandbox, path: string): Promise<Body> {
  return (await (await fetch(`${url}/_sandbox${path}`)).json()) as Body;
}

const pendingOf = async (sandbox: RunningSandbox): Promise<Pending> =>
  (await get<{ pending: Pending }>(sandbox, "/faults")).pending;

/** What to enter for each kind: every field that it has. */
const entries: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  status: { status: "503", message: "down <b>", retryAfter: "2", afterCommit: "true" },
  delay: { delayMs: "5", when: "after_commit" },
  drop_before_commit: {},
  drop_after_commit: {},
  truncated_body: {},
  html_page: { status: "500", afterCommit: "true" },
  rate_limit_storm: { retryAfter: "1" },
};

it("arms each kind of fault with each of its fields, names it in the banner, and removes it", async () => {
  const { page, sandbox, show } = await openInspector();
  const { kinds } = await get<FaultKinds>(sandbox, "/faults/kinds");
  expect(Object.keys(entries)).toEqual(Object.keys(kinds));
  await show("/?view=faults");
  await page.getByText("No fault is armed").waitFor();
  const banner = page.locator(".banner-fault");
  for (const [kind, values] of Object.entries(entries)) {
    const fields = kinds[kind as keyof typeof kinds];
    expect(Object.keys(values)).toEqual(fields.map(({ name }) => name));
    await page.getByRole("radio", { name: new RegExp(` ${kind} `) }).check();
    // The first kind is the default.
    expect(new URL(page.url()).searchParams.get("kind") ?? "status").toBe(kind);
    await page.getByLabel("Operation").selectOption("createLead");
    await page.getByLabel("times", { exact: true }).fill("2");
    for (const { name, isRequired } of fields) {
      const input = page.getByLabel(isRequired ? name : `${name} (optional)`, { exact: true });
      if (name === "afterCommit") await page.getByLabel(name, { exact: true }).check();
      else if (name === "when") await input.selectOption(values[name] ?? "");
      else await input.fill(values[name] ?? "");
    }
    await page.getByRole("button", { name: "Arm the fault" }).click();
    await expect.poll(() => pendingOf(sandbox)).toHaveLength(1);
    const [plan] = await pendingOf(sandbox);
    const given = Object.fromEntries(Object.entries(plan?.fault ?? {}).map(([name, value]) => [name, String(value)]));
    expect({ operation: plan?.operation, times: plan?.times, given }).toEqual({
      operation: "createLead",
      times: 2,
      given: { kind, ...values },
    });
    // The number of calls, and every field.
    await expect.poll(() => banner.textContent()).toContain("A fault is armed: the next 2 calls of createLead");
    const row = page.getByRole("row").nth(1);
    for (const [name, value] of Object.entries(values)) {
      expect(await row.textContent()).toContain(`${name} ${value}`);
      expect(await banner.textContent()).toContain(`${name} ${value}`);
    }
    await row.getByRole("button", { name: "Remove" }).click();
    await page.getByText("No fault is armed").waitFor();
    await expect.poll(() => banner.count()).toBe(0);
    expect(await pendingOf(sandbox)).toEqual([]);
  }
});

it("shows what the sandbox says about a field next to it, and arms nothing then", async () => {
  const { page, sandbox, show, expectTroubles } = await openInspector();
  await show("/?view=faults&kind=status");
  const arm = () => page.getByRole("button", { name: "Arm the fault" }).click();
  await arm();
  const status = page.getByLabel("status", { exact: true });
  const described = (text: string) =>
    expect
      .poll(async () =>
        status.evaluate((input) => document.getElementById(input.getAttribute("aria-describedby") ?? "")?.textContent),
      )
      .toBe(text);
  await described("fault.status: expected an HTTP status from 200 to 599, found nothing");
  expect(await status.getAttribute("aria-invalid")).toBe("true");
  expect(await page.getByRole("alert").textContent()).toContain("fault.status");
  await status.fill("99");
  await arm();
  await described("fault.status: expected an HTTP status from 200 to 599, found 99");
  await status.fill("a lot");
  await arm();
  await described('fault.status: expected an HTTP status from 200 to 599, found "a lot"');
  await status.fill("500");
  await page.getByLabel("times", { exact: true }).fill("0");
  await arm();
  await page.locator(".faults-wrong", { hasText: "times: expected a whole number from 1, found 0" }).waitFor();
  await page.getByLabel("times", { exact: true }).fill("1");
  await page.getByLabel("retryAfter (optional)").fill("1\u00e9");
  await arm();
  await page.locator(".faults-wrong", { hasText: "fault.retryAfter: expected a Retry-After header value" }).waitFor();
  expect(await pendingOf(sandbox)).toEqual([]);
  await page.getByLabel("retryAfter (optional)").fill("");
  await arm();
  await expect
    .poll(() => pendingOf(sandbox))
    .toEqual([{ operation: "*", times: 1, fault: { kind: "status", status: 500 } }]);
  expectTroubles(400);
});

it.each([
  ["light", {}],
  ["dark", { colorScheme: "dark" as const }],
  ["phone", { viewport: { width: 390, height: 800 } }],
])(
  "follows faults of another program, removes all of them, and has no accessibility violation: %s",
  async (_, context) => {
    const inspector = await openInspector({}, context);
    const { page, sandbox, show } = inspector;
    await show("/?view=faults");
    await page.getByText("No fault is armed").waitFor();
    const plan = (body: object) =>
      fetch(`${sandbox.url}/_sandbox/faults`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(body),
      });
    await plan({ operation: "getLead", times: 3, fault: { kind: "drop_after_commit" } });
    await plan({ operation: "getLead", fault: { kind: "status", status: 500 } });
    await plan({ fault: { kind: "delay", delayMs: 1 } });
    await page.getByText("3 faults are armed:").waitFor();
    const rows = page.getByRole("row");
    await expect.poll(() => rows.count()).toBe(4);
    expect(await accessibilityViolations(inspector)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    // A call of another program uses one up.
    await fetch(`${sandbox.url}/api/v2/leads/1`, { headers: { authorization: `Bearer ${sandbox.keys.full}` } }).catch(
      () => {},
    );
    await expect.poll(() => rows.nth(1).getByRole("cell").nth(2).textContent()).toBe("2");
    // Two of the same operation can only be removed together.
    await rows.nth(1).getByRole("button", { name: "Remove all 2 of getLead" }).click();
    await expect.poll(() => rows.count()).toBe(2);
    expect((await pendingOf(sandbox)).map(({ operation }) => operation)).toEqual(["*"]);
    await plan({ operation: "getLead", fault: { kind: "truncated_body" } });
    await expect.poll(() => rows.count()).toBe(3);
    await page.getByRole("button", { name: "Remove all faults" }).click();
    await page.getByText("No fault is armed").waitFor();
    await plan({ operation: "getLead", fault: { kind: "html_page" } });
    await page.locator(".banner-fault").getByRole("link", { name: "Show" }).click();
    await page.locator(".banner-fault").getByRole("button", { name: "Remove all" }).click();
    await page.getByText("No fault is armed").waitFor();
    expect(await pendingOf(sandbox)).toEqual([]);
  },
);
