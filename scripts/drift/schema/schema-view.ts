import { childOf, childrenOf, isRecord, nodeKey, type SpecNode } from "../document/document-node.ts";
import { followNode } from "../document/follow-node.ts";

/** What a schema says, whichever way it is written: references, `allOf` and "or null" are folded in. */
export interface SchemaView {
  /** The schema itself, references followed: where a keyword is to be added. */
  readonly node: SpecNode;
  /** Every other keyword, where it is written. */
  readonly keywords: ReadonlyMap<string, SpecNode>;
  readonly properties: ReadonlyMap<string, SpecNode>;
  readonly required: ReadonlySet<string>;
  /** The types but null; undefined when any type will do. */
  readonly types: readonly string[] | undefined;
  readonly nullable: boolean;
}

interface Gathered {
  readonly keywords: Map<string, SpecNode>;
  readonly properties: Map<string, SpecNode>;
  readonly required: Set<string>;
  /** What was read already, so that a schema made of itself ends. */
  readonly seen: Set<string>;
  nullable: boolean;
}

const FOLDED = ["$ref", "allOf", "properties", "required"];

/** Reads a schema. @throws CannotCompare when a reference leads nowhere. */
export function schemaView(node: SpecNode): SchemaView {
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
  const values = keywords.get("enum")?.value;
  const typeTakesNull = types === undefined ? gathered.nullable : types.includes("null") || gathered.nullable;
  const enumTakesNull = !Array.isArray(values) || values.includes(null);
  return {
    node: followNode(node),
    keywords,
    properties,
    required,
    types: types?.filter((name) => name !== "null"),
    nullable: typeTakesNull && enumTakesNull,
  };
}

/** What is written nearest wins: the siblings of a reference over its target, a schema over its `allOf`. */
function gather(node: SpecNode, into: Gathered): void {
  if (!isRecord(node.value) || into.seen.has(nodeKey(node))) return;
  into.seen.add(nodeKey(node));
  const alternative = onlyAlternativeToNull(node);
  for (const [keyword, child] of childrenOf(node)) {
    if (FOLDED.includes(keyword) || (alternative && keyword === alternative.keyword)) continue;
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

function followNodeOnce(node: SpecNode): SpecNode {
  return followNode({ ...node, value: { $ref: (node.value as Record<string, unknown>)["$ref"] } });
}

/** `anyOf: [X, { type: null }]` says no more than "X or null". */
function onlyAlternativeToNull(node: SpecNode): { keyword: string; node: SpecNode } | undefined {
  for (const keyword of ["anyOf", "oneOf"]) {
    const members = childrenOf(childOf(node, keyword)).map(([, member]) => member);
    const others = members.filter((member) => !isRecord(member.value) || member.value["type"] !== "null");
    if (members.length === 2 && others.length === 1 && others[0]) return { keyword, node: others[0] };
  }
  return undefined;
}

function setIfNew(map: Map<string, SpecNode>, key: string, value: SpecNode): void {
  if (!map.has(key)) map.set(key, value);
}
