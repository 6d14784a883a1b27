import type { JsonSchema } from "../../spec/open-api-document.ts";
import { details } from "../markdown/details.ts";
import { code, inline } from "../markdown/text.ts";

/** Longer lists are folded. */
const MAX_UNFOLDED = 12;

/** The values of a field with their descriptions. A schema without `enum` can describe known values, too. */
export function enumList(schema: JsonSchema): string | undefined {
  const meanings = (schema["x-enumDescriptions"] ?? {}) as Readonly<Record<string, string>>;
  const values = (schema.enum ?? Object.keys(meanings)).filter((value) => value !== null);
  if (values.length === 0) return undefined;
  const list = values
    .map((value) => {
      const meaning = meanings[String(value)];
      return `- ${code(String(value))}${meaning === undefined ? "" : ` ${inline(meaning)}`}`;
    })
    .join("\n");
  return values.length > MAX_UNFOLDED ? details(`${values.length} values`, list) : list;
}
