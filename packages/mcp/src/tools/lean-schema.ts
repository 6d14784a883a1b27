import type { Schema } from "./inline-references.ts";
import { inlineReferences } from "./inline-references.ts";

/** A longer list is described instead: a model knows the time zones, and the error for a wrong one names the right one. */
const MOST_VALUES = 40;
/** A shorter description says no more than the name of its property, unless it warns. */
const LEAST_TEXT = { boolean: 65, other: 45 };
const WARNS = /;| not /;

/** A constant whose name says what it means. */
const SELF_EXPLANATORY = /\b(FILTER_[A-Z_]+) = [^;]+?(?=[;.]|$)/g;
/** What follows the meaning of a number. */
const ELABORATION = /( = [^;.]+)\. [^;=]+(?=;|$)/g;
/** A sentence that explains values, or what happens without one. */
const KEPT = /(^| )\S+ = |; FILTER_|^(If absent|Leave it out|Costs)/;
/** The tool's own description explains pages. */
const ON_PAGES = /^The cursor of the previous page, passed back unchanged\.$/;

/** The description of a property without an effect in a campaign. */
const WITHOUT_EFFECT = /A campaign ignores it\.$/;

/**
 * An input schema with what a model needs to call the tool. Arguments are always validated against the full schema. It
 * does not forbid further properties: a host that checks arguments itself would hide the suggestion for a misspelt name.
 */
export function leanInput(schema: Schema): Schema {
  return withoutNoise(inlineReferences(schema), 0) as Schema;
}

function withoutNoise(schema: unknown, depth: number): unknown {
  const { description, properties, items, enum: values, additionalProperties, ...rest } = schema as Schema;
  const { minLength: _length, minItems: _items, minProperties: _count, pattern: _pattern, ...kept } = rest;
  const isLong = Array.isArray(values) && values.length > MOST_VALUES;
  const text = typeof description === "string" ? leanText(description, kept["type"] === "boolean") : undefined;
  return {
    ...kept,
    ...(typeof additionalProperties === "object" ? { additionalProperties } : {}),
    ...(values === undefined || isLong ? {} : { enum: values }),
    ...(text === undefined || text === "" ? {} : { description: text }),
    ...(properties === undefined || areNumbered(properties as Schema)
      ? {}
      : { properties: eachProperty(properties as Schema, depth + 1) }),
    ...(items === undefined ? {} : { items: withoutNoise(items, depth + 1) }),
  };
}

function eachProperty(properties: Schema, depth: number): Schema {
  const all = Object.entries(properties).map(([name, property]) => [name, property as Schema] as const);
  const listed = all.filter(([, { description }]) => depth === 1 || !WITHOUT_EFFECT.test(String(description)));
  return Object.fromEntries(listed.map(([name, property]) => [name, withoutNoise(property, depth)]));
}

/** Whether the names are numbers, such as the days of the week, which the description of the object explains. */
function areNumbered(properties: Schema): boolean {
  return Object.keys(properties).every((name) => /^\d+$/.test(name));
}

/** The first sentence, and those that explain values. */
function leanText(description: string, isBoolean: boolean): string {
  const whole = description.replace(SELF_EXPLANATORY, "$1").replace(ELABORATION, "$1");
  const sentences = whole.match(/.+?[.](?=\s|$)\s*|.+$/g) ?? [];
  const kept = sentences.filter((sentence, index) => index === 0 || KEPT.test(sentence));
  const text = kept.join("").trim();
  const least = isBoolean ? LEAST_TEXT.boolean : LEAST_TEXT.other;
  return (text.length < least && !WARNS.test(text)) || ON_PAGES.test(text) ? "" : text;
}

/**
 * The output schema of every tool in the lean profile: the envelope. Hosts check results against it and few show it to a
 * model; the names of the fields of list items are in the `fields` argument.
 */
export const leanOutput: Schema = {
  type: "object",
  properties: { success: { type: "boolean" }, error: { type: ["string", "null"] } },
  required: ["success"],
};
