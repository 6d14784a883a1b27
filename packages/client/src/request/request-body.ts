import { describeValue } from "../errors/describe-value.ts";
import { invalidRequest } from "../errors/invalid-request.ts";
import type { Operation } from "../operations/operation.ts";
import { isOpaque } from "./opaque-object.ts";
import { limitIssue } from "./query-string.ts";
import { deletionIssue } from "./safe-deletion.ts";
import { replyIssue } from "./safe-reply.ts";

/** Returns what is unsafe about a body: `sent` is the parsed JSON that is sent, `given` the caller's object. */
type BodyGuard = (sent: Readonly<Record<string, unknown>>, given: object, isRepeatable: boolean) => string | undefined;

/** The guards of the operations whose bodies can do harm although they match their types. */
const guards: { readonly [Id in Operation["id"]]?: BodyGuard } = {
  createLead: (sent, _, isRepeatable) =>
    isRepeatable && !["workspace", "campaign", "list"].some((place) => sent[`skip_if_in_${place}`] === true)
      ? "retryUnknown requires a skip_if_in_* flag, or a retry could store the lead twice"
      : undefined,
  updateLeadInterestStatus: (sent, given) => {
    const blank = ["campaign_id", "list_id"].find((name) => (name in given || name in sent) && !sent[name]);
    return blank && `${blank} must be an id: leave it out to change the lead everywhere`;
  },
  bulkDeleteLeads: deletionIssue,
  replyToEmail: replyIssue,
  listLeads: ({ limit }) => limitIssue(limit),
};

/**
 * Serialises a body as JSON.
 *
 * @throws InstantlyError `invalid_request` for a body that is not an object or contains a value that JSON cannot
 *   represent: JSON would omit a function and write NaN as null.
 */
export function jsonText(body: unknown, operation?: Operation): string {
  let top: unknown;
  let field: string | undefined;
  let issue: string | undefined;
  let text: string | undefined;
  let isTopOpaque = false;
  try {
    text = JSON.stringify(body, function (this: unknown, name: string, value: unknown) {
      top ??= value;
      if (this === top) field = name;
      // Also checked for the body itself, which ends an endless chain of prototypes.
      if (isWritable(value, this)) return value;
      if (field === undefined) isTopOpaque = true;
      else issue ??= `${field} is or contains ${describeValue(value)}, which JSON cannot represent`;
      return value;
    });
  } catch {
    issue ??= "the body is not JSON-serialisable";
  }
  if (!text?.startsWith("{") || isTopOpaque) issue ??= "the body must be an object of fields";
  if (issue) throw invalidRequest(issue, operation);
  return text as string;
}

function isWritable(value: unknown, holder: unknown): boolean {
  if (value === undefined) return !Array.isArray(holder);
  if (typeof value === "number" || value instanceof Number) return Number.isFinite(Number(value));
  if (typeof value === "object" && value !== null) return isBoxed(value) || !isOpaque(value);
  return typeof value !== "function" && typeof value !== "symbol" && typeof value !== "bigint";
}

function isBoxed(value: object): boolean {
  return value instanceof String || value instanceof Boolean;
}

/**
 * Checks a body as it is sent, because with getters, `toJSON`, prototypes and proxies the JSON can differ from the object.
 *
 * @param given the caller's value; undefined if it is not known.
 * @returns the text to send.
 * @throws InstantlyError `invalid_request`, which names the unsafe field.
 */
export function assertSafeBody(
  operation: Operation,
  text: string | undefined,
  given: unknown,
  isRepeatable = false,
): string | undefined {
  const guard = guards[operation.id];
  let issue: string | undefined = "the body must be a JSON object";
  try {
    const parsed: unknown = JSON.parse(text ?? "{}");
    if (typeof parsed === "object" && parsed !== null && !Array.isArray(parsed)) {
      const sent: Record<string, unknown> = Object.assign(Object.create(null), parsed);
      issue = guard?.(sent, typeof given === "object" && given !== null ? given : sent, isRepeatable);
      if (operation.hasBody && operation.effect !== "read" && Object.keys(sent).length === 0)
        issue ??= "at least one field is required";
    }
  } catch {
    // The text is not JSON, or a proxy threw.
  }
  if (issue) throw invalidRequest(issue, operation);
  return text;
}
