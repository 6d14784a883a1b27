import { describeValue } from "../errors/describe-value.ts";
import { invalidRequest } from "../errors/invalid-request.ts";
import type { Operation } from "../operations/operation.ts";
import type { OperationId } from "../operations/operation-id.gen.ts";
import { limitIssue } from "./query-string.ts";
import { deletionIssue } from "./safe-deletion.ts";
import { replyIssue } from "./safe-reply.ts";

/** Says what would do harm in a body: `sent` is what its JSON holds, `given` the caller's object. */
type BodyGuard = (sent: Readonly<Record<string, unknown>>, given: object, isRepeatable: boolean) => string | undefined;

/** The operations with a body. */
const guards: { readonly [Id in OperationId]?: BodyGuard } = {
  createLead: (sent, _, isRepeatable) =>
    isRepeatable && !["workspace", "campaign", "list"].some((place) => sent[`skip_if_in_${place}`] === true)
      ? "retryUnknown needs a skip_if_in_* flag, or a repeat stores the lead twice"
      : undefined,
  createCampaign: () => undefined,
  createLeadList: () => undefined,
  patchCampaign: () => undefined,
  updateLeadInterestStatus: (sent, given) => {
    const blank = ["campaign_id", "list_id"].find((name) => (name in given || name in sent) && !sent[name]);
    return blank && `${blank} must be an id: leave it out to change the lead everywhere`;
  },
  bulkDeleteLeads: deletionIssue,
  replyToEmail: replyIssue,
  listLeads: ({ limit }) => limitIssue(limit),
};

/**
 * Writes a body as JSON.
 *
 * @throws InstantlyError `invalid_request` for a body that is no object, or holds what JSON cannot: it would leave out a
 *   function and write NaN as null.
 */
export function jsonText(body: unknown, operation?: Operation): string {
  let top: unknown;
  let field: string | undefined;
  let issue: string | undefined;
  let text: string | undefined;
  try {
    text = JSON.stringify(body, function (this: unknown, name: string, value: unknown) {
      top ??= value;
      if (this === top) field = name;
      // Asked of the body itself, too, which ends a chain of prototypes without end.
      if (!isWritable(value, this) && field !== undefined)
        issue ??= `${field} is or holds ${describeValue(value)}, which JSON cannot hold`;
      return value;
    });
  } catch {
    issue ??= "the fields cannot be written as JSON";
  }
  if (!issue && !text?.startsWith("{")) issue = "an object of fields is needed";
  if (issue) throw invalidRequest(issue, operation);
  return text as string;
}

function isWritable(value: unknown, holder: unknown): boolean {
  if (value === undefined) return !Array.isArray(holder);
  if (typeof value === "number" || value instanceof Number) return Number.isFinite(Number(value));
  return typeof value !== "function" && typeof value !== "symbol" && typeof value !== "bigint";
}

/**
 * Checks a body as it is sent, because getters, `toJSON`, prototypes and proxies show another object to whoever reads
 * them than JSON does.
 *
 * @param given what the caller gave; undefined if that is not known.
 * @returns the text to send.
 * @throws InstantlyError `invalid_request` naming what would do harm.
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
      if (guard && operation.effect !== "read" && Object.keys(sent).length === 0)
        issue ??= "at least one field is needed";
    }
  } catch {
    // Text that is no JSON, or a proxy that throws.
  }
  if (issue) throw invalidRequest(issue, operation);
  return text;
}
