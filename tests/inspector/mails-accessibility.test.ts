import type { MailPage } from "@modulex-instantly/sandbox";
import { expect, it } from "vitest";
import { accessibilityViolations, openInspector } from "./open-inspector.ts";
import { callControl } from "./sandbox-api.ts";

it("the mails have no accessibility violation, in light, in dark and on a phone", async () => {
  const inspector = await openInspector({ scenario: "replies" });
  const { page } = inspector;
  const { mails } = await callControl<MailPage>(inspector.sandbox, "GET /mails?search=lena&direction=sent");
  await inspector.show(`/?view=mails&mail=${mails[0]?.id}&step=0_0&tab=source`);
  const rows = page.getByRole("list", { name: "Mails" }).getByRole("link");
  const panel = page.getByRole("region", { name: "Mail" });
  await rows.first().waitFor();
  await panel.getByRole("button", { name: "Reply…" }).click();
  await panel.getByRole("region", { name: "Thread" }).locator("summary").first().click();
  await panel.getByText("That sounds useful.").waitFor();
  expect(await accessibilityViolations(inspector)).toEqual([]);
  await page.getByRole("button", { name: "Switch to dark colours" }).click();
  expect(await accessibilityViolations(inspector)).toEqual([]);
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await accessibilityViolations(inspector)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  await panel.getByRole("link", { name: "Close" }).click();
  await rows.first().waitFor();
  expect(await accessibilityViolations(inspector)).toEqual([]);
  await rows.first().click();
  await panel.getByTitle("The mail as HTML").waitFor();
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe("Close");
});
