import { describe, expect, it } from "vitest";
import { accessibilityViolations, openInspector } from "./open-inspector.ts";

describe("the clock", () => {
  it("moves by an hour, a day, to the next event, to the next email, and until nothing is scheduled", async () => {
    const { page, sandbox, show } = await openInspector({ scenario: "outreach" });
    await show("/");
    const start = Date.parse(sandbox.now());
    const now = page.getByTestId("now");
    const click = (name: string) => page.getByRole("button", { name, exact: true }).click();
    await click("+1 h");
    await expect.poll(() => now.getAttribute("datetime")).toBe(new Date(start + 3_600_000).toISOString());
    await click("+1 d");
    await expect.poll(() => now.getAttribute("datetime")).toBe(new Date(start + 25 * 3_600_000).toISOString());
    expect(sandbox.now()).toBe(await now.getAttribute("datetime"));
  });
});

it("has no accessibility violation", async () => {
  const inspector = await openInspector({ scenario: "replies" });
  await inspector.show("/");
  expect(await accessibilityViolations(inspector)).toEqual([]);
});
