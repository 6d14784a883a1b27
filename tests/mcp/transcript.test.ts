import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { connectV2 } from "./support/mcp-clients.ts";

const readme = path.resolve(import.meta.dirname, "../../packages/mcp/README.md");

type Mail = Readonly<Record<string, unknown>>;

test("the transcript of an approval in the README is what happens", async () => {
  const lines: string[] = [];
  const answers: ("accept" | "decline")[] = ["decline", "accept"];
  const client = await connectV2({ args: ["--sandbox", "--allow", "reply_to_email"] }, (message) => {
    const answer = answers.shift() ?? "cancel";
    const shown = message.split("\n").filter((line) => line.trim() !== "");
    lines.push("form:", ...shown.map((line) => `  ${line}`), `person: ${answer}`);
    return answer;
  });
  const { structuredContent = {} } = await client.call("list_emails", {
    lead: "reply+interested@brightlane.example.com",
  });
  const mails = structuredContent["emails"] as Mail[];
  const mail = mails.find((email) => email["from_address_email"] === "reply+interested@brightlane.example.com");
  const reply = {
    reply_to_uuid: mail?.["id"],
    eaccount: mail?.["eaccount"],
    subject: mail?.["subject"],
    body_text: "Thank you, Lena. Does Tuesday at ten work?",
  };
  for (let count = 1; count <= 3; count += 1) {
    lines.push(`model: reply_to_email to ${mail?.["from_address_email"]}`);
    const { content } = await client.call("reply_to_email", reply);
    lines.push(
      `server: ${content[0]?.text
        ?.split("\n")
        .slice(0, count === 3 ? 2 : 1)
        .join(" ")}`,
    );
  }
  await client.close();
  const transcript = lines.join("\n").replace(/\d+ s ago/, "1 s ago");
  const [, shown] = /```text transcript\n([\s\S]*?)\n```/.exec(readFileSync(readme, "utf8")) ?? [];
  expect(shown).toBe(transcript);
});
