import { startSandbox } from "@modulex-instantly/sandbox";
import { expect, it } from "vitest";
import { openInspector } from "./open-inspector.ts";

it("says that the sandbox is gone, and shows another one on the same port as soon as it is there", async () => {
  const { page, sandbox, show, expectTroubles } = await openInspector({ scenario: "replies" });
  const { url } = sandbox;
  await show("/?view=log");
  const nowIs = (time: string) => expect.poll(() => page.getByTestId("now").getAttribute("datetime")).toBe(time);
  const counts = () => page.getByRole("navigation", { name: "Views" }).getByRole("link").allTextContents();
  await fetch(`${url}/api/v2/campaigns`, { headers: { authorization: `Bearer ${sandbox.keys.full}` } });
  await page.locator('[data-request="1"]').waitFor();
  expect(await counts()).toContain("API log1");
  const last = sandbox.now();
  const banner = page.getByText("The sandbox does not respond. This page shows what it last knew");

  await sandbox.close();
  await banner.waitFor({ timeout: 10_000 });
  // What it knew is still there; controls say why they do nothing, and nothing hangs.
  await nowIs(last);
  await page.locator('[data-request="1"]').waitFor();
  for (const name of ["+1 h", "+1 d", "Set…", "Rewind…"]) {
    const control = page.getByRole("button", { name, exact: true });
    expect(await control.getAttribute("title")).toBe("The sandbox does not respond");
    expect(await control.getAttribute("aria-disabled")).toBe("true");
  }
  await page.getByRole("button", { name: "Clear the log" }).click();
  const notice = page.locator(".notice-failed");
  await notice.getByText("The sandbox does not respond. It may have been stopped.").waitFor();
  await notice.getByRole("button", { name: "Dismiss this message" }).click();
  await page.locator('[data-request="1"]').click();
  await page.getByRole("alert").getByText("The sandbox does not respond.").waitFor();
  await page.getByRole("link", { name: "Sandbox", exact: true }).click();
  await page.getByRole("alert").first().getByText("The sandbox does not respond.").waitFor();
  await page.getByRole("link", { name: /^API log/ }).click();
  await page.locator(".problem").getByRole("button", { name: "Try again" }).click();

  const again = await startSandbox({ port: Number(new URL(url).port), start: "2026-01-05T06:00:00.000Z" });
  try {
    await expect.poll(() => banner.count()).toBe(0);
    await nowIs("2026-01-05T06:00:00.000Z");
    expect(await counts()).toEqual(["Mails", "Campaigns", "Leads", "API log", "Faults", "Sandbox"]);
    await page.getByText("No request to the API yet.").waitFor();
    expect(await page.getByRole("alert").count()).toBe(0);
    await page.getByText("empty · live mode").waitFor();
    await page.getByRole("button", { name: "+1 h", exact: true }).click();
    await nowIs("2026-01-05T07:00:00.000Z");
    await fetch(`${url}/api/v2/campaigns`, { headers: { authorization: `Bearer ${again.keys.full}` } });
    await page.locator('[data-request="1"]').waitFor();
  } finally {
    await again.close();
  }
  await banner.waitFor();
  expectTroubles(/ERR_/);
});
