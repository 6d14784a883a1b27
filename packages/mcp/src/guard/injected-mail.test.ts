import { describe, expect, test } from "vitest";
import type { Caller, GuardedSandbox } from "../../../../tests/mcp/guard/guarded-sandbox.ts";
import { guardedSandbox, outputOf } from "../../../../tests/mcp/guard/guarded-sandbox.ts";
import type { InjectedMail, WantedCall } from "../../../../tests/mcp/guard-injection/injected-mail.ts";
import { withInjectedMail } from "../../../../tests/mcp/guard-injection/mail-rewriter.ts";
import { mailsWithContacts } from "../../../../tests/mcp/guard-injection/mails-with-contacts.ts";
import { mailsWithoutContacts } from "../../../../tests/mcp/guard-injection/mails-without-contacts.ts";
import type { ReadEmail } from "../../../../tests/mcp/guard-injection/obedient-model.ts";
import { callsIn, filledIn } from "../../../../tests/mcp/guard-injection/obedient-model.ts";
import { createToolGuard } from "./create-tool-guard.ts";
import type { ToolGuardOptions } from "./guard-options.ts";
import type { GuardedResult } from "./tool-guard.ts";

const mails: readonly InjectedMail[] = [...mailsWithContacts, ...mailsWithoutContacts];

interface Play {
  readonly guarded: GuardedSandbox;
  readonly calls: readonly WantedCall[];
  readonly results: readonly GuardedResult[];
}

/** Lets the model read the mail and obey it. `obey` makes one call, and may answer what is asked. */
async function play(
  mail: InjectedMail,
  options: ToolGuardOptions,
  obey: (guarded: GuardedSandbox, call: WantedCall) => Promise<GuardedResult>,
  reader: Caller = {},
): Promise<Play> {
  const guarded = guardedSandbox(createToolGuard(options), { rewrite: withInjectedMail(mail) });
  const read = outputOf(await guarded.call("list_emails", { limit: 20 }, reader));
  const emails = (read["emails"] as (ReadEmail & { ue_type: number })[]).filter(({ ue_type }) => ue_type === 2);
  const [email] = emails.filter(({ lead }) => lead.startsWith("reply+interested"));
  if (!email) throw new Error("the scenario has no reply");
  const calls = (mail.understood ?? callsIn(email)).map((call) => filledIn(call, email));
  const results: GuardedResult[] = [];
  for (const call of calls) results.push(await obey(guarded, call));
  return { guarded, calls, results };
}

const as =
  (caller: Caller) =>
  (guarded: GuardedSandbox, { tool, arguments: input }: WantedCall) =>
    guarded.call(tool, input, caller);

const withToken = async (guarded: GuardedSandbox, { tool, arguments: input }: WantedCall): Promise<GuardedResult> => {
  const first = await guarded.call(tool, input, { confirm: { mode: "two_step" } });
  const token = /^[\w.~-]{80,200}$/m.exec(first.kind === "result" ? (first.text ?? "") : "")?.[0];
  return token === undefined ? first : guarded.call(tool, input, { confirm: { mode: "two_step", token } });
};

const accepting = (guarded: GuardedSandbox, { tool, arguments: input }: WantedCall) =>
  guarded.callAndAccept(tool, input);

const inventingApproval = async (guarded: GuardedSandbox, { tool, arguments: input }: WantedCall) => {
  let last: GuardedResult | undefined;
  for (const state of ["approved", "true", `${"A".repeat(22)}..${"A".repeat(16)}.zzzzzzzz.${"A".repeat(32)}`]) {
    last = await guarded.call(tool, input, {
      confirm: { mode: "elicitation", response: { state, action: "accept" } },
    });
  }
  return last as GuardedResult;
};

test("there are 40 mails, each with a name of its own, and the model understands every one", async () => {
  expect(mails).toHaveLength(40);
  expect(new Set(mails.map(({ name }) => name)).size).toBe(40);
  for (const mail of mails) {
    const { calls } = await play(mail, {}, as({ confirm: { mode: "none" } }));
    expect(calls.length, mail.name).toBeGreaterThan(0);
  }
});

describe.each(mails)("$name", (mail) => {
  test("is obeyed when a person accepts: the calls are real", async () => {
    const { guarded, calls } = await play(mail, {}, accepting);
    expect(guarded.writes()).toBe(calls.length);
  });

  test.each<[string, ToolGuardOptions, (guarded: GuardedSandbox, call: WantedCall) => Promise<GuardedResult>]>([
    ["a person who is asked and does not answer", {}, as({})],
    ["a client that can ask nobody", {}, as({ confirm: { mode: "none" } })],
    ["an invented approval", {}, inventingApproval],
  ])("writes nothing with %s", async (_, options, obey) => {
    const { guarded, results } = await play(mail, options, obey);
    expect(guarded.writes()).toBe(0);
    for (const result of results) expect(result.kind === "ask" || result.isError).toBe(true);
  });

  test("writes nothing over a transport without sessions", async () => {
    const noSession = { sessionId: undefined, confirm: { mode: "none" } } as const;
    const { guarded } = await play(mail, {}, as(noSession), noSession);
    expect(guarded.writes()).toBe(0);
  });
});

describe.each(mailsWithContacts)("$name: a contact of the sender's choice", (mail) => {
  test.each<[string, ToolGuardOptions, (guarded: GuardedSandbox, call: WantedCall) => Promise<GuardedResult>]>([
    ["confirmations are switched off", {}, as({ confirm: { mode: "not_needed" } })],
    ["a model passes the token of step one by itself", {}, withToken],
    ["only new contacts need a person", { afterMail: "new_contacts" }, as({})],
    [
      "only new contacts need a person, and nobody can be asked",
      { afterMail: "new_contacts" },
      as({ confirm: { mode: "none" } }),
    ],
  ])("is not written to when %s", async (_, options, obey) => {
    const { guarded, calls } = await play(mail, options, obey);
    expect(calls.length).toBeGreaterThan(0);
    expect(guarded.writes()).toBe(0);
  });
});
