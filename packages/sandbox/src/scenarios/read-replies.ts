import { isEmailAddress } from "../engine/email-address.ts";
import { describeValue } from "../input/describe-value.ts";
import type { ScriptedReply } from "../state/scripted-reply.ts";
import { readReplyContent } from "./read-reply-content.ts";
import type { ScenarioPath } from "./scenario-error.ts";
import { ScenarioError } from "./scenario-error.ts";
import { booleanOf, durationOf, fieldsOf, integerOf, listOf } from "./scenario-fields.ts";

const HOUR = 3_600_000;
const MINUTE = 60_000;
const MAX_STEPS = 100;
const CONTENT = ["text", "subject", "language", "interest"];

/**
 * Reads the replies of a scenario, by address in lower case.
 *
 * @throws ScenarioError
 */
export function readReplies(value: unknown, path: ScenarioPath): ReadonlyMap<string, readonly ScriptedReply[]> {
  const script = new Map<string, ScriptedReply[]>();
  for (const [index, each] of listOf(value, path).entries()) {
    const at = [...path, index];
    const fields = fieldsOf(each, at, ["from", "after", "step", "automatic", ...CONTENT]);
    const { from } = fields;
    if (typeof from !== "string" || !isEmailAddress(from)) {
      throw new ScenarioError([...at, "from"], `expected the address of a recipient, found ${describeValue(from)}`);
    }
    const automatic = booleanOf(fields["automatic"], [...at, "automatic"]);
    const after = fields["after"];
    const address = from.toLowerCase();
    const replies = script.get(address) ?? [];
    replies.push({
      afterMs: after === undefined ? (automatic ? MINUTE : HOUR) : durationOf(after, [...at, "after"]),
      on: stepOf(fields["step"], automatic, [...at, "step"]),
      automatic,
      content: contentOf(fields, at),
    });
    script.set(address, replies);
  }
  return script;
}

/** Steps are counted from 1, as in addresses. */
function stepOf(value: unknown, automatic: boolean, path: ScenarioPath): ScriptedReply["on"] {
  if (value === undefined) return automatic ? "every" : "first";
  if (value === "first" || value === "every") return value;
  if (typeof value === "number") return integerOf(value, path, 1, MAX_STEPS) - 1;
  throw new ScenarioError(path, `expected the number of a step, "first" or "every", found ${describeValue(value)}`);
}

function contentOf(fields: Readonly<Record<string, unknown>>, path: ScenarioPath): ScriptedReply["content"] {
  try {
    return readReplyContent(fields);
  } catch (error) {
    const [, name = "", message = ""] = /^(\w+): (.*)$/s.exec((error as Error).message) ?? [];
    throw new ScenarioError([...path, name], message);
  }
}
