import { describeValue } from "../errors/describe-value.ts";
import { unsentProperty } from "./unsent-property.ts";

/** The selectors of a deletion, each with the check for its value if it is set. */
const SELECTORS: Readonly<Record<string, readonly [expected: string, isUsable: (value: unknown) => boolean]>> = {
  campaign_id: ["an id", isId],
  list_id: ["an id", isId],
  status: ["a status number", (value) => Number.isInteger(value) && value !== 0],
  ids: ["a list of at least one id", (value) => Array.isArray(value) && value.length > 0 && value.every(isId)],
  limit: [
    "an integer from 1 to 10000",
    (value) => Number.isInteger(value) && Number(value) > 0 && Number(value) <= 1e4,
  ],
};

/**
 * Returns why a deletion would delete more than it appears to select. The API ignores unknown selectors, and a selection
 * without a filter matches every lead.
 *
 * @param sent the selection as parsed from its JSON.
 * @param given the caller's object, if it is known, otherwise `sent`.
 */
export function deletionIssue(
  sent: Readonly<Record<string, unknown>>,
  given: object,
  isRepeatable: boolean,
): string | undefined {
  const names = Object.keys(SELECTORS);
  const named = Object.keys(given).filter((name) => name !== "toJSON");
  const unknown = [...named, ...Object.keys(sent)].find((name) => !names.includes(name));
  if (unknown !== undefined) return `${unknown} is not a selector and would be ignored: use ${names.join(", ")}`;
  if (!isId(sent["campaign_id"]) && !isId(sent["list_id"])) return "campaign_id or list_id is required";
  for (const [name, [expected, isUsable]] of Object.entries(SELECTORS)) {
    const isThere = name in given || Reflect.get(given, name) !== undefined || name in sent;
    if (isThere && !isUsable(sent[name])) {
      return `${name} must be ${expected}, received ${describeValue(sent[name])}: leave it out to delete every match`;
    }
  }
  if (isRepeatable && !sent["ids"]) return "retryUnknown requires ids, or a retry could delete further leads";
  return unsentProperty(given, sent);
}

function isId(value: unknown): boolean {
  return typeof value === "string" && value.trim() !== "";
}
