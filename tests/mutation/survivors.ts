/** A mutant that no test can kill, because it behaves like the original. */
export interface Survivor {
  /** The name of the file, in any folder. */
  readonly file: string;
  /** The code that was replaced, with single spaces. */
  readonly text: string;
  readonly replacement: string;
  readonly reason: string;
}

const survivorsOf = (
  file: string,
  ...all: readonly (readonly [text: string, replacement: string, reason: string])[]
): Survivor[] => all.map(([text, replacement, reason]) => ({ file, text, replacement, reason }));

const READ_STAYS_NONE = "only a read has no outcome, and callError gives a read none again, whatever the phase";
const NO_CLUES = "the text only lets redaction skip a body that has no trace of the key: the result is the same";
const NULL_HAS_NO_FIELDS = "null has no fields either, and is rejected like undefined";
const NEVER_UNDEFINED =
  "split always gives a first part, and no text equals what stands for the one before the first round";
const NO_OTHER_WRITE = "every write that there is has its own case; this one is for those to come";
const NO_TEXT = "it is there for the type: what is no text is blank to normal()";
const STRYKER_TEXT = "no number and no date either";
const IGNORED = "what a missing function throws is ignored there, as its absence is";
const FIRST_RULES = "the first rules are always new, so what was known before them is not read";
const ALL_EMPTY = "a shortcut, which its own empty queue makes true: nothing is served while all queues are empty";
const ABORTED_THERE = "the attempt checks the signal before it sends anything, and fails with the same error";
const CHECKED = "each candidate is compared with the pieces, so that more candidates find the same";

/** The reviewed survivors. They count as survivors in every score. */
export const survivors: readonly Survivor[] = [
  ...survivorsOf("with-retry.ts", ['outcome === "none"', "false", READ_STAYS_NONE], ['"none"', '""', READ_STAYS_NONE]),
  ...survivorsOf("retry-after.ts", ['""', '"Stryker was here!"', STRYKER_TEXT]),
  ...survivorsOf(
    "walk-pages.ts",
    ["cursor !== undefined", "true", "the end of a list is never looked up among the cursors that were seen"],
    ["next !== undefined", "true", "undefined is never among the cursors that were seen"],
    ["prefetched", "true", "to abort when no page is fetched ahead does nothing"],
  ),
  ...survivorsOf(
    "parse-response.ts",
    ["status < 400", "true", NO_CLUES],
    ["status < 400", "false", NO_CLUES],
    ["status < 400", "status <= 400", NO_CLUES],
    ["status < 400", "status >= 400", NO_CLUES],
    ["body !== null", "true", NULL_HAS_NO_FIELDS],
    ["body === undefined", "true", "a parsed text is not truncated"],
    ["{ return undefined; }", "{}", "a function that ends without return gives undefined"],
  ),
  ...survivorsOf(
    "reconcile.ts",
    ['""', '"Stryker was here!"', "the path of a campaign always has its id"],
    ['default: return "undetermined";', "default:", NO_OTHER_WRITE],
    ['"undetermined"', '""', NO_OTHER_WRITE],
  ),
  ...survivorsOf(
    "reconcile-reply.ts",
    ['""', '"Stryker was here!"', "every mail but the first has one before it"],
    ['"unclear"', '""', "it only counts that it is neither the same thread nor another"],
  ),
  ...survivorsOf(
    "reconcile-leads.ts",
    ['typeof email !== "string"', "false", NO_TEXT],
    ['typeof lead_email !== "string"', "false", NO_TEXT],
    ['""', '"Stryker was here!"', "the default is there for the type: split always gives a first part"],
  ),
  ...survivorsOf("reconcile-campaigns.ts", ['"alike"', '""', "it only counts that it is neither equal nor different"]),
  ...survivorsOf("server-clock.ts", ['""', '"Stryker was here!"', STRYKER_TEXT]),
  ...survivorsOf("write-time.ts", [
    'typeof updated === "string"',
    "true",
    "it is there for the type: equal lists are not ===",
  ]),
  ...survivorsOf(
    "text-likeness.ts",
    ["/[^\\p{L}\\p{N}]+/gu", "/[^\\p{L}\\p{N}]/gu", "all of them are removed, one at a time or several at once"],
    ["one.exact === other.exact", "false", "a shortcut: equal texts have the same runs of letters, or none"],
    ["short.length < length", "short.length <= length", "a text as long as a run is its only run"],
    ["end < 0", "end <= 0", "each part begins with the name of its tag, so that no end is at 0"],
    ['""', '"Stryker was here!"', NEVER_UNDEFINED],
    ["before !== text", "true", "a text without entities stays as it is in each of the three rounds"],
  ),
  ...survivorsOf(
    "fallback-store.ts",
    ["logger?.warn", "logger.warn", IGNORED],
    ["pending.settle?.(hasLeft)", "pending.settle(hasLeft)", IGNORED],
    ["store.freesIn?.(rule)", "store.freesIn(rule)", IGNORED],
  ),
  ...survivorsOf(
    "memory-store.ts",
    ["[]", '["Stryker was here"]', FIRST_RULES],
    ["rules !== known", "true", "the rings are looked up again, and are the same"],
    ["rules[index++]?.windowMs", "rules[index++].windowMs", "it is there for the type: each ring has its rule"],
    ["ms > 0", "ms >= 0", "a pause of no length is over at once"],
  ),
  ...survivorsOf("rate-limiter.ts", [
    '"workspace"',
    '""',
    "the key of a queue only has to differ from the ids of operations",
  ]),
  ...survivorsOf(
    "slot-queue.ts",
    ['typeof end === "object"', "true", "a number has no slot to settle"],
    ["one.number < other.number", "one.number <= other.number", "no two calls have the same number"],
    ["queues.some((queue) => !queue.isEmpty())", "true", ALL_EMPTY],
    ["!queue.isEmpty()", "queue.isEmpty()", ALL_EMPTY],
  ),
  ...survivorsOf(
    "with-rate-limit.ts",
    ['end === "aborted"', "false", ABORTED_THERE],
    ['"aborted"', '""', ABORTED_THERE],
  ),
  ...survivorsOf(
    "decoded-text.ts",
    ['character === "&"', "true", "the other encodings are shorter, and match at the start of a longer text"],
    ['""', '"Stryker was here!"', "neither the name of an entity nor a quote, backslash or slash"],
  ),
  ...survivorsOf(
    "key-clues.ts",
    ["[]", '["Stryker was here"]', "one clue more only has more texts searched"],
    ["/^[a-z\\d]{6}$/i", "/[a-z\\d]{6}$/i", "no clue is longer than six characters"],
    ["/^[a-z\\d]{6}$/i", "/^[a-z\\d]{6}/i", "no clue is longer than six characters"],
  ),
  ...survivorsOf(
    "redact.ts",
    [
      "decoded(key)?.plain",
      "decoded(key).plain",
      "it is there for the type: without a limit, a text is always decoded",
    ],
    ["start < text.length", "start <= text.length", "nothing is found in an empty part"],
    ["!/[%\\\\&]/.test(part)", "false", "a text without these decodes to itself"],
    ["[]", '["Stryker was here"]', "one form more, which no text contains"],
    ["at + gram", "at - gram", "a piece beyond the end of the text is refused below"],
    ["at - step + 1", "at - step - 1", CHECKED],
    ["!grams.has(text.slice(at, at + gram))", "false", CHECKED],
  ),
];
