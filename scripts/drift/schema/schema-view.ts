import { childOf, childrenOf, type DocumentNode, isRecord, nodeKey } from "../document/document-node.ts";
import { followNode } from "../document/follow-node.ts";

/** A schema in a normal form: references, `allOf` and "or null" are resolved. */
export interface SchemaView {
  /** The schema itself, with references followed: where to add a keyword. */
  readonly node: DocumentNode;
  /** All other keywords, each at its own place. */
  readonly keywords: ReadonlyMap<string, DocumentNode>;
  readonly properties: ReadonlyMap<string, DocumentNode>;
  readonly required: ReadonlySet<string>;
  /** The types except null; undefined when any type is allowed. */
  readonly types: readonly string[] | undefined;
  /** Whether the type allows null. An enum need not list it: the vendor's enums never do. */
  readonly nullable: boolean;
}

interface Gathered {
  readonly keywords: Map<string, DocumentNode>;
  readonly properties: Map<string, DocumentNode>;
  readonly required: Set<string>;
  /** The nodes already visited, to stop at recursive schemas. */
  readonly seen: Set<string>;
  nullable: boolean;
}

const RESOLVED = ["$ref", "allOf", "properties", "required"];

/**
 * Normalizes a schema.
 *
 * @throws ComparisonError when a reference leads nowhere.
 */
export function schemaView(node: DocumentNode): SchemaView {
  const gathered: Gathered = {
    keywords: new Map(),
    properties: new Map(),
    required: new Set(),
    seen: new Set(),
    nullable: false,
  };
  gather(node, gathered);
  const { keywords, properties, required } = gathered;
  const type = keywords.get("type")?.value;
  const types = type === undefined ? undefined : [type].flat().map(String);
  return {
    node: followNode(node),
    keywords,
    properties,
    required,
    types: types?.filter((name) => name !== "null"),
    nullable: gathered.nullable || (types?.includes("null") ?? false),
  };
}

/** The nearest keyword wins: siblings of a `$ref` over its target, a schema over its `allOf`. */
function gather(node: DocumentNode, into: Gathered): void {
  if (!isRecord(node.value) || into.seen.has(nodeKey(node))) return;
  into.seen.add(nodeKey(node));
  const alternative = onlyAlternativeToNull(node);
  for (const [keyword, child] of childrenOf(node)) {
    if (RESOLVED.includes(keyword) || (alternative && keyword === alternative.keyword)) continue;
    if (keyword === "enum" && childOf(node, "const")) continue;
    if (keyword === "nullable") into.nullable ||= child.value === true;
    else if (keyword === "const") setIfNew(into.keywords, "enum", { ...child, value: [child.value] });
    else setIfNew(into.keywords, keyword, child);
  }
  for (const [name, child] of childrenOf(childOf(node, "properties"))) setIfNew(into.properties, name, child);
  const required = childOf(node, "required")?.value;
  if (Array.isArray(required)) for (const name of required) into.required.add(String(name));
  if (alternative) {
    into.nullable = true;
    gather(alternative.node, into);
  }
  for (const [, member] of childrenOf(childOf(node, "allOf"))) gather(member, into);
  if (typeof node.value["$ref"] === "string") gather(followNodeOnce(node), into);
}

function followNodeOnce(node: DocumentNode): DocumentNode {
  return followNode({ ...node, value: { $ref: (node.value as Record<string, unknown>)["$ref"] } });
}

/** Finds X in `anyOf: [X, { type: null }]`, which means "X or null". */
function onlyAlternativeToNull(node: DocumentNode): { keyword: string; node: DocumentNode } | undefined {
  for (const keyword of ["anyOf", "oneOf"]) {
    const members = childrenOf(childOf(node, keyword)).map(([, member]) => member);
    const others = members.filter((member) => !isRecord(member.value) || member.value["type"] !== "null");
    if (members.length === 2 && others.length === 1 && others[0]) return { keyword, node: others[0] };
  }
  return undefined;
}

function setIfNew(map: Map<string, DocumentNode>, key: string, value: DocumentNode): void {
  if (!map.has(key)) map.set(key, value);
}
