import type { Action } from "@modulex-instantly/actions";
import { visibleText } from "../guard/text/visible-text.ts";
import type { ListShape } from "../tools/own-arguments.ts";

type Json = Readonly<Record<string, unknown>>;

/** The fields that list items have by default: what identifies them and what an agent decides by. */
const USUAL: Readonly<Record<string, readonly string[]>> = {
  leads: [
    "id",
    "email",
    "first_name",
    "last_name",
    "company_name",
    "job_title",
    "status",
    "lt_interest_status",
    "campaign",
    "email_reply_count",
  ],
  campaigns: ["id", "name", "status", "daily_limit", "timestamp_created"],
  emails: [
    "id",
    "timestamp_email",
    "from_address_email",
    "to_address_email_list",
    "subject",
    "lead",
    "eaccount",
    "campaign_id",
    "thread_id",
    "is_unread",
    "i_status",
    "body",
  ],
  lead_lists: ["id", "name", "timestamp_created"],
};
const MOST_BODY = 1500;

/**
 * Shortens the output of an action. The top level stays complete; list items have the usual or the requested fields, and
 * nothing below the top level is null. The body of a listed email is its visible text, up to 1,500 characters.
 */
export function leanResult<Output extends Json>(
  output: Output,
  list: ListShape | undefined,
  fields: readonly string[] | undefined,
): Output {
  const shortened = Object.entries(output).map(([name, value]) => {
    if (list?.name !== name || !Array.isArray(value)) return [name, withoutNulls(value)];
    const kept = fields ?? USUAL[name] ?? list.fields;
    return [name, value.map((item: Json) => leanItem(item, kept, fields === undefined))];
  });
  return Object.fromEntries(shortened) as Output;
}

/** The fields of list items, checked: undefined if none were requested, a message if one is unknown. */
export function requestedFields(
  action: Pick<Action, "name">,
  list: ListShape | undefined,
  requested: unknown,
): readonly string[] | undefined | { readonly error: string } {
  if (requested === undefined || requested === null) return undefined;
  if (list === undefined) return { error: `${action.name}: fields is only an argument of list tools` };
  const isList =
    Array.isArray(requested) && requested.length > 0 && requested.every((name) => typeof name === "string");
  if (!isList) return { error: `${action.name}: fields must be an array of field names, such as ["id"]` };
  const unknown = requested.find((name) => !list.fields.includes(name));
  if (unknown === undefined) return requested;
  return {
    error: `${action.name}: ${JSON.stringify(unknown.slice(0, 80))} is not a field; the fields are ${list.fields.join(", ")}`,
  };
}

function leanItem(item: Json, fields: readonly string[], isUsual: boolean): Json {
  const entries = fields
    .map((name) => [name, isUsual && name === "body" ? leanBody(item["body"]) : withoutNulls(item[name])] as const)
    .filter(([, value]) => value !== null && value !== undefined);
  return Object.fromEntries(entries);
}

function leanBody(body: unknown): Json | null {
  const { text, html } = (body ?? {}) as { readonly text?: unknown; readonly html?: unknown };
  const isPlain = typeof text === "string" && text.trim() !== "";
  const visible = isPlain ? text : typeof html === "string" ? visibleText(html) : "";
  if (visible === "") return null;
  const rest = visible.length - MOST_BODY;
  const whole = `… (${rest} more characters: pass fields ["id","body"])`;
  return { text: rest > 0 ? `${visible.slice(0, MOST_BODY)}${whole}` : visible };
}

function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).filter(([, inner]) => inner !== null);
  return Object.fromEntries(entries.map(([name, inner]) => [name, withoutNulls(inner)]));
}
