import { readFileSync } from "node:fs";
import { createInstantlyClient } from "@modulex-instantly/client";
import type { RecipientActionResult } from "@modulex-instantly/sandbox";
import type { Locator } from "playwright-core";
import { describe, expect, it } from "vitest";
import type { OpenInspector } from "./open-inspector.ts";
import { openInspector } from "./open-inspector.ts";
import { callControl } from "./sandbox-api.ts";

const clientOf = ({ sandbox }: OpenInspector) =>
  createInstantlyClient({ apiKey: sandbox.keys.full, baseUrl: sandbox.url });

const control = <Body>({ sandbox }: OpenInspector, path: string, body?: object): Promise<Body> =>
  callControl(sandbox, `${body === undefined ? "GET" : "POST"} ${path}`, body);

const rowOf = ({ page }: OpenInspector, id: string): Locator => page.locator(`[data-mail="${id}"]`);

describe("a rehearsal", () => {
  it("clock, mail, reply, received mail; what was typed outlives a failure and a live update", async () => {
    const inspector = await openInspector({ scenario: "outreach" });
    const { page, sandbox } = inspector;
    await inspector.show("/");
    await page.getByText("Nothing was sent yet.").waitFor();
    const client = clientOf(inspector);
    const [campaign] = (await client.campaigns.list()).items;
    await client.campaigns.activate(campaign?.id ?? "");
    await page.getByRole("button", { name: "To next send" }).click();
    await page.getByRole("link", { name: "Show it" }).click();
    const panel = page.getByRole("region", { name: "Mail" });
    const [sent] = sandbox.outbox();
    await panel.getByRole("heading", { level: 2, name: sent?.subject ?? "" }).waitFor();

    const act = panel.getByRole("region", { name: "Act as the recipient" });
    await act.getByRole("button", { name: "Reply…" }).click();
    await act.getByLabel("Language").fill("ja");
    await act.getByLabel("Interest").selectOption("meeting booked");
    await act.getByRole("button", { name: "Reply now" }).click();
    await act.getByRole("alert").getByText('language: "ja" needs a text').waitFor();
    await act.getByLabel("Text").fill("Thursday at ten?\nAda");
    await act.getByLabel("Subject").fill("Thursday");
    expect((await page.request.post(`${sandbox.url}/_sandbox/clock`, { data: { advance: "2h" } })).status()).toBe(200);
    await expect.poll(() => page.getByTestId("now").getAttribute("datetime")).toBe(sandbox.now());
    expect(await act.getByLabel("Text").inputValue()).toBe("Thursday at ten?\nAda");
    await page.keyboard.press("Escape");
    await rowOf(inspector, sent?.id ?? "").click();
    expect(await act.getByLabel("Text").inputValue()).toBe("Thursday at ten?\nAda");
    await act.getByLabel("Text").press("Control+Enter");

    await panel.getByRole("heading", { level: 2, name: "Thursday" }).waitFor();
    const [received] = (await client.emails.list({ email_type: "received", lead: sent?.to[0] ?? "" })).items;
    expect(received).toMatchObject({ subject: "Thursday", i_status: 2, body: { text: "Thursday at ten?\nAda" } });
    expect(new URL(page.url()).searchParams.get("mail")).toBe(received?.id);
    await panel.getByText("Meeting booked").waitFor();
    await panel.getByRole("tab", { name: "Text" }).click();
    expect(await panel.getByRole("tabpanel").locator("pre").textContent()).toBe("Thursday at ten?\nAda");
    await rowOf(inspector, received?.id ?? "").waitFor();
    inspector.expectTroubles(400);
  });

  it("every other action says what happened, at once or later", async () => {
    const inspector = await openInspector({ scenario: "replies" });
    const { page, sandbox } = inspector;
    const mail = sandbox.outbox().find(({ to }) => to[0] === "ada@quiet.example.com");
    await inspector.show(`/?view=mails&mail=${mail?.id}`);
    const act = page.getByRole("region", { name: "Act as the recipient" });
    const notices = page.locator(".notices");
    await act.getByRole("button", { name: "Reply…" }).click();
    const readme = readFileSync("packages/sandbox/README.md", "utf8");
    const [, names = ""] = /expresses an interest: (.*?) *\|/.exec(readme) ?? [];
    expect(
      await act
        .getByLabel("Interest")
        .locator("option")
        .evaluateAll((all) => all.map((each) => each.getAttribute("value"))),
    ).toEqual(["", ...names.split(", ").map((name) => name.replaceAll("`", ""))]);
    await act.getByRole("button", { name: "Reply…" }).click();
    expect(await act.getByLabel("Interest").count()).toBe(0);
    const lead = (await control<{ lead: string }>(inspector, `/mails/${mail?.id}`)).lead;
    await act.getByLabel("After").fill("2h");
    await act.getByRole("button", { name: "Unsubscribe" }).click();
    await notices.getByText("Planned: unsubscribe.").waitFor();
    expect(await notices.getByRole("link").getAttribute("href")).toBe(`/?view=leads&lead=${lead}`);
    await act.getByLabel("After").fill("soon");
    await act.getByRole("button", { name: "Open" }).click();
    await act
      .getByRole("alert")
      .getByText(/after: expected a duration/)
      .waitFor();
    await act.getByLabel("After").fill("");
    const timeline = async (): Promise<(string | undefined)[]> =>
      (
        await control<{ timeline: { kind: string; isPlanned: boolean }[] }>(inspector, `/leads/${lead}`)
      ).timeline.flatMap(({ kind, isPlanned }) => (isPlanned ? [] : [kind]));
    for (const [name, kind] of [
      ["Open", "opened"],
      ["Click", "clicked"],
      ["Out of office", "auto_replied"],
      ["Bounce", "bounced"],
    ] as const) {
      await act.getByRole("button", { name, exact: true }).click();
      await expect.poll(timeline, { message: name }).toContain(kind);
    }
    expect(await timeline()).not.toContain("unsubscribed");
    await page.getByRole("button", { name: "+1 d" }).click();
    await expect.poll(timeline).toContain("unsubscribed");
    await page.getByRole("region", { name: "Thread" }).getByText("Automatic").waitFor();
    inspector.expectTroubles(400);
  });
});

describe("a live change", () => {
  it("is on the screen 200 ms after the call of another program", async () => {
    const inspector = await openInspector({ scenario: "replies" });
    const { page, sandbox } = inspector;
    await inspector.show("/");
    await page.getByText("16 mails").waitFor();
    await page.evaluate(() => {
      const seen: Record<string, number> = {};
      Object.assign(window, { seen });
      new MutationObserver(() => {
        for (const row of document.querySelectorAll<HTMLElement>("[data-mail]")) {
          seen[row.dataset["mail"] ?? ""] ??= Date.now();
        }
      }).observe(document.body, { childList: true, subtree: true });
    });
    const mail = sandbox.outbox()[0]?.id;
    const round = async (): Promise<number> => {
      const times: number[] = [];
      for (let index = 0; index < 7; index += 1) {
        const start = Date.now();
        const { event } = await control<RecipientActionResult>(inspector, "/actions", { mail, action: "reply" });
        await rowOf(inspector, event.mail ?? "").waitFor();
        const seen = await page.evaluate(
          (id) => (window as unknown as { seen: Record<string, number> }).seen[id],
          event.mail ?? "",
        );
        times.push((seen ?? Number.NaN) - start);
      }
      console.info(`from the control call to the screen: ${times.join(", ")} ms`);
      expect(Math.max(...times)).toBeLessThan(3000);
      return times.sort((one, other) => one - other)[3] ?? Number.NaN;
    };
    // The machine of a test has other things to do: one of three rounds counts.
    const medians: number[] = [];
    do medians.push(await round());
    while (Math.min(...medians) > 200 && medians.length < 3);
    expect(Math.min(...medians)).toBeLessThanOrEqual(200);
    const first = page.getByRole("list", { name: "Mails" }).getByRole("link").first();
    expect(await first.textContent()).toContain("Received");
  });
});
