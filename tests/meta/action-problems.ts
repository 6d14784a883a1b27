import type { Action } from "@modulex-instantly/actions";

const HINTS = ["readOnlyHint", "destructiveHint", "idempotentHint", "openWorldHint"] as const;
const LONGEST_DESCRIPTION = 1_024;
/** The keywords of input schemas that all MCP hosts and model providers support. */
const KEYWORDS =
  "type description properties required additionalProperties items enum minimum maximum minItems maxItems " +
  "minProperties minLength maxLength pattern format";

/** The checked parts of an action. */
export type CheckedAction = Pick<Action, "name" | "description" | "inputSchema"> & {
  readonly annotations: Readonly<Record<string, unknown>>;
};

/**
 * Lists what prevents hosts from using an action safely: a missing hint, a description that is too long, an unsupported
 * keyword.
 */
export function actionProblems({ name, description, annotations, inputSchema }: CheckedAction): string[] {
  const known = new Set(KEYWORDS.split(" "));
  return [
    ...HINTS.filter((hint) => typeof annotations[hint] !== "boolean").map((hint) => `${name} has no ${hint}`),
    ...(description.length > LONGEST_DESCRIPTION
      ? [`${name} has a description of ${description.length} characters`]
      : []),
    ...[...keywordsIn({ ...inputSchema })]
      .filter((keyword) => !known.has(keyword))
      .map((keyword) => `${name} uses ${keyword} in its input schema`),
  ];
}

function keywordsIn(schema: object): Set<string> {
  const found = new Set<string>();
  for (const [keyword, value] of Object.entries(schema)) {
    if (keyword === "anyOf" && isListOfTypes(value)) continue;
    if (keyword === "type" && Array.isArray(value)) found.add("a list of types");
    found.add(keyword);
    const inner = keyword === "properties" ? Object.values(value) : Array.isArray(value) ? value : [value];
    if (keyword === "enum" || keyword === "required") continue;
    for (const part of inner) {
      if (typeof part === "object" && part !== null) for (const deeper of keywordsIn(part)) found.add(deeper);
    }
  }
  return found;
}

/** Whether a value is `[{ type: "string" }, { type: "number" }]`, the form of a union that every host takes. */
function isListOfTypes(value: unknown): boolean {
  if (!Array.isArray(value) || value.length < 2) return false;
  return value.every((branch) => typeof branch?.type === "string" && Object.keys(branch).length === 1);
}
