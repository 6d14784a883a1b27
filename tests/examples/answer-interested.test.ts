import { describe, expect, test } from "vitest";
import { besideSandbox, runExample } from "./run-example.ts";

const file = "answer-interested/answer.ts";
const interested = "reply+interested@brightlane.example.com";

describe("answering the newest interested email", () => {
  test("answers the interested person once, with one Re:, and not the out-of-office note that is newer", () =>
    besideSandbox("replies", async (sandbox) => {
      const before = sandbox.outbox().length;
      const first = await runExample(file, { sandbox, input: "y\n" });
      expect(first, first.stderr).toMatchObject({ code: 0, stdout: expect.stringMatching(/\nSend this\?.*Sent: /s) });
      const [sent, ...more] = sandbox.outbox().slice(before);
      expect(more).toEqual([]);
      expect(sent?.to).toEqual([interested]);
      expect(sent?.subject).toMatch(/^Re: (?!Re:)/i);

      const second = await runExample(file, { sandbox, input: "y\n" });
      expect(second).toMatchObject({ code: 0, stdout: "There is nothing to answer.\n" });
      expect(sandbox.outbox().length).toBe(before + 1);
    }));

  test.each([
    ["no", "n\n"],
    ["anything else", "of course not\n"],
    ["nothing, because there is no terminal", ""],
  ])("sends nothing if the answer is %s", (_, input) =>
    besideSandbox("replies", async (sandbox) => {
      const before = sandbox.outbox().length;
      const { code, stdout } = await runExample(file, { sandbox, input });
      expect([code, stdout.trimEnd().endsWith("Nothing was sent.")]).toEqual([0, true]);
      expect(sandbox.outbox().length).toBe(before);
      expect(sandbox.journal().operations.replyToEmail).toMatchObject({ requests: 0 });
    }),
  );

  test("sends once if the response is lost, and says what happened", () =>
    besideSandbox("replies", async (sandbox) => {
      sandbox.plan({ operation: "replyToEmail", fault: { kind: "drop_after_commit" } });
      const { code, stderr } = await runExample(file, { sandbox, input: "yes\n" });
      expect(code).toBe(1);
      expect(stderr).toMatch(/The reply is now: applied/);
      expect(sandbox.journal().operations.replyToEmail).toMatchObject({ requests: 1, effects: 1 });
    }));

  test("has nothing to answer before anyone has replied", () =>
    besideSandbox("outreach", async (sandbox) => {
      expect((await runExample(file, { sandbox, input: "y\n" })).stdout).toBe("There is nothing to answer.\n");
    }));

  test("runs without a key, on a sandbox of its own", async () => {
    const { code, stdout, stderr } = await runExample(file, { input: "y\n" });
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toContain(`To ${interested}, from `);
  });
});
