import { describe, expect, test } from "vitest";
import { actionList } from "../action-list.ts";
import { getAction } from "../get-action.ts";
import type { Approve, ToolCall } from "./run-approved.ts";
import { runApproved } from "./run-approved.ts";
import { isGuarded } from "./tool-options.ts";

const listed = (name: string) => {
  const found = actionList.find((action) => action.name === name);
  if (!found) throw new Error(name);
  return found;
};
const reply = listed("reply_to_email");
const input = {
  reply_to_uuid: "01a06110-96fe-736c-901d-d4baca7d79c9",
  eaccount: "me@example.com",
  subject: "Re: Hi",
  body_text: "Hi",
};

/** A call, and the bodies of the requests that it sent. */
function prepared(more: Partial<ToolCall> = {}): { readonly call: ToolCall; readonly sent: string[] } {
  const sent: string[] = [];
  const send: typeof fetch = async (_, init) => {
    sent.push(String(init?.body));
    return Response.json({ id: "x" });
  };
  return { call: { action: reply, input, context: { apiKey: "key", fetch: send }, isGuarded: true, ...more }, sent };
}

test("the actions that send or delete are guarded, with `recommended` also those that change data", () => {
  const guarded = (approvalFor?: "required" | "recommended") =>
    actionList.filter((action) => isGuarded(action, { approvalFor })).map(({ name }) => name);
  expect(guarded()).toEqual(actionList.filter(({ approval }) => approval === "required").map(({ name }) => name));
  expect(guarded("recommended")).toEqual(
    actionList.filter(({ approval }) => approval !== "never").map(({ name }) => name),
  );
  expect(guarded().length).toBeGreaterThan(0);
  expect(guarded("recommended").length).toBeGreaterThan(guarded().length);
});

describe("a guarded action", () => {
  test("runs after true, and only once", async () => {
    const requests: unknown[] = [];
    const { call, sent } = prepared({
      callId: "c1",
      approve: (request) => {
        requests.push(request);
        return true;
      },
    });
    expect(await runApproved(call)).toMatchObject({ success: true, error: null });
    expect(sent).toHaveLength(1);
    expect(requests).toEqual([
      { name: "reply_to_email", title: reply.title, approval: "required", input, callId: "c1" },
    ]);
  });

  test("is refused without a function that asks, and the result satisfies the output schema", async () => {
    const { call, sent } = prepared();
    const result = await runApproved(call);
    expect(result).toEqual({
      success: false,
      error:
        "reply_to_email was not run: a person must approve it, and this host has no `approve` " +
        "(invalid_config, outcome: not_sent; do not retry)",
      email: null,
      id: null,
      subject: null,
      thread_id: null,
    });
    expect(getAction("reply_to_email").outputSchema["~standard"].validate(result)).toEqual({ value: result });
    expect(sent).toEqual([]);
  });

  test.each([[false], [undefined], [null], [0], [1], ["true"], ["yes"], [{}], [[]], [{ approved: true }]])(
    "is refused after %j",
    async (value) => {
      for (const returned of [value, Promise.resolve(value)]) {
        const { call, sent } = prepared({ approve: (() => returned) as unknown as Approve });
        expect((await runApproved(call)).error).toBe(
          "reply_to_email was not run: a person did not approve it (aborted, outcome: not_sent; do not retry)",
        );
        expect(sent).toEqual([]);
      }
    },
  );

  test.each<[string, unknown]>([
    [
      "throws",
      () => {
        throw new Error("secret");
      },
    ],
    ["rejects", () => Promise.reject(new Error("secret"))],
    ["is no function", true],
  ])("is refused if `approve` %s, and its message is not passed on", async (_, approve) => {
    const { call, sent } = prepared({ approve: approve as Approve });
    const { error } = await runApproved(call);
    expect(error).toMatch(/^reply_to_email was not run: asking a person failed \(aborted, outcome: not_sent/);
    expect(error).not.toContain("secret");
    expect(sent).toEqual([]);
  });

  test("is refused if `approve` pauses the run: LangGraph would repeat the calls that are done", async () => {
    const pause = Object.assign(new Error("interrupt"), { is_bubble_up: true });
    const { call, sent } = prepared({ approve: () => Promise.reject(pause) });
    expect((await runApproved(call)).error).toMatch(/`approve` must not pause: use humanInTheLoopMiddleware/);
    expect(sent).toEqual([]);
  });

  test("runs with what was shown, whatever happens to the request and to the model's input afterwards", async () => {
    const given = structuredClone(input);
    const { call, sent } = prepared({
      input: given,
      approve: (request) => {
        Object.assign(request.input, { body_text: "changed" });
        given.body_text = "changed, too";
        return true;
      },
    });
    await runApproved(call);
    expect(JSON.parse(sent[0] ?? "")).toMatchObject({ body: { text: "Hi" } });
  });

  test("reads a getter once: what is shown is what is sent", async () => {
    let reads = 0;
    const shifty = {
      ...input,
      get body_text() {
        reads += 1;
        return `text ${reads}`;
      },
    };
    let shown: unknown;
    const { call, sent } = prepared({
      input: shifty,
      approve: (request) => {
        shown = request.input["body_text"];
        return true;
      },
    });
    await runApproved(call);
    expect(JSON.parse(sent[0] ?? "")).toMatchObject({ body: { text: shown } });
  });

  test.each<[string, unknown, RegExp]>([
    ["a misspelt name", { ...input, subjcet: "x" }, /"subjcet" is not a known parameter \(did you mean "subject"\?\)/],
    ["a rule across fields", { ...input, body_text: undefined }, /body_text|body_html/],
    ["no object", "{", /must be an object/],
  ])("with %s is rejected with the action's message, and nobody is asked", async (_, wrong, message) => {
    let asked = 0;
    const { call, sent } = prepared({
      input: wrong,
      approve: () => {
        asked += 1;
        return true;
      },
    });
    const { success, error } = await runApproved(call);
    expect(success).toBe(false);
    expect(error).toMatch(message);
    expect(error).toBe((await getAction("reply_to_email").run(wrong as never, { apiKey: "key" })).error);
    expect([asked, sent]).toEqual([0, []]);
  });

  test("cannot get past a person by an input that only the context accepts", async () => {
    const { call, sent } = prepared({ action: listed("list_leads"), input: { filter: "FILTER_VAL_CONTACTEDD" } });
    const context = { ...(call.context as object), sendUnknownValues: true };
    expect((await runApproved({ ...call, context })).error).toMatch(/did you mean/);
    expect(sent).toEqual([]);
    await runApproved({ ...call, context, isGuarded: false });
    expect(sent).toHaveLength(1);
  });
});

describe("the context", () => {
  test("comes from a function, which is called once", async () => {
    let calls = 0;
    const { call } = prepared();
    const context = () => {
      calls += 1;
      return call.context as never;
    };
    expect(await runApproved({ ...call, context, isGuarded: false })).toMatchObject({ success: true });
    expect(calls).toBe(1);
  });

  test("that cannot be read leads to a failed result without the message of the error", async () => {
    const { call, sent } = prepared({ isGuarded: false });
    for (const context of [
      () => {
        throw new Error("secret");
      },
      () => Promise.reject(new Error("secret")),
    ]) {
      const { error } = await runApproved({ ...call, context });
      expect(error).toBe(
        "reply_to_email was not run: its context cannot be read (invalid_config, outcome: not_sent; do not retry)",
      );
    }
    expect(sent).toEqual([]);
  });

  test("and the host's signal both abort a run", async () => {
    for (const which of ["context", "host"]) {
      const { call, sent } = prepared({ isGuarded: false });
      const [aborted, open] = [AbortSignal.abort(), new AbortController().signal];
      const context = { ...(call.context as object), signal: which === "context" ? aborted : open };
      const { error } = await runApproved({ ...call, context, signal: which === "host" ? aborted : open });
      expect(error, which).toMatch(/aborted, outcome: not_sent/);
      expect(sent).toEqual([]);
    }
  });
});
