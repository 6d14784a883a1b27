import type { Action } from "@modulex-instantly/actions";
import type { Fence } from "../guard/text/fence.ts";
import type { ListShape } from "../tools/own-arguments.ts";

type Json = Readonly<Record<string, unknown>>;

/**
 * A short text for hosts that do not show structured content to the model: what happened, the data, and how to go on.
 * Everything that outsiders may have written is enclosed.
 */
export function resultText(
  action: Pick<Action, "name" | "title">,
  output: Json,
  list: ListShape | undefined,
  fence: Fence,
): string {
  if (output["success"] !== true) return String(output["error"] ?? `${action.name} failed`);
  if (list !== undefined) return listText(output, list, fence);
  const { success: _success, error: _error, ...data } = output;
  const lines = dataLines(data);
  return lines.length === 0 ? `${action.title}: done.` : framed(`${action.title}: done.`, "result", lines, fence);
}

function listText(output: Json, { name }: ListShape, fence: Fence): string {
  const items = (Array.isArray(output[name]) ? output[name] : []) as Json[];
  const cursor = output["next_starting_after"];
  const what = name.replace("_", " ");
  const hasMore = typeof cursor === "string";
  const more = hasMore ? "For the next page, pass next_starting_after as starting_after." : "This is the last page.";
  const head = `${items.length} ${what}. ${more}`;
  if (items.length === 0) return head;
  const isMail = items.some((item) => "body" in item);
  const lines = isMail ? items.flatMap((item, index) => mailLines(item, index)) : tableLines(items);
  // A cursor can be the email address of a lead.
  return framed(head, name, [...lines, ...(hasMore ? [`next_starting_after: ${cell(cursor)}`] : [])], fence);
}

function framed(head: string, label: string, lines: readonly string[], fence: Fence): string {
  return `${head}\n${fence.notice}\n${fence.enclose(label, lines.join("\n"))}`;
}

/** One line per item, with the names of the fields in the first. */
function tableLines(items: readonly Json[]): string[] {
  const fields = [...new Set(items.flatMap((item) => Object.keys(item)))];
  return [fields.join(" | "), ...items.map((item) => fields.map((field) => cell(item[field])).join(" | "))];
}

function mailLines(mail: Json, index: number): string[] {
  const { body, ...fields } = mail;
  const { text, html } = (body ?? {}) as { readonly text?: unknown; readonly html?: unknown };
  const shown = typeof text === "string" ? text : typeof html === "string" ? html : "";
  return [`${index + 1}.`, ...dataLines(fields), ...(shown === "" ? [] : ["body:", shown])];
}

function dataLines(data: Json): string[] {
  const given = Object.entries(data).filter(([, value]) => value !== null && value !== undefined);
  return given.map(([name, value]) => `${name}: ${cell(value)}`);
}

function cell(value: unknown): string {
  if (value === undefined || value === null || value === "") return "-";
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return text.replace(/\s*\n\s*/g, " ").replaceAll(" | ", " / ");
}
