import type { Action } from "@modulex-instantly/actions";
import type { Schema } from "./inline-references.ts";
import { inlineReferences } from "./inline-references.ts";

/** The arguments that the server adds to those of the actions. */
export const FIELDS = "fields";
export const CONFIRMATION_TOKEN = "confirmation_token";

/** The list in a result. */
export interface ListShape {
  readonly name: string;
  readonly fields: readonly string[];
}

/** The name of the list in the result of a list action, and the fields of its items; undefined for other actions. */
export function listOf(action: Pick<Action, "name" | "outputSchema">): ListShape | undefined {
  const properties = inlineReferences({ ...action.outputSchema })["properties"] as Readonly<Record<string, Schema>>;
  if (!("next_starting_after" in properties)) return undefined;
  const found = Object.entries(properties).find(([, { type }]) => type === "array");
  const items = found?.[1]["items"] as Schema | undefined;
  return found && { name: found[0], fields: Object.keys((items?.["properties"] ?? {}) as Schema) };
}

/** The properties that the server adds to the input schema of a tool. */
export function ownProperties(fields: readonly string[] | undefined, takesToken: boolean): Schema {
  return {
    ...(fields && {
      [FIELDS]: {
        type: "array",
        items: { type: "string", enum: fields },
        description: "Return these fields of each item, not the usual ones.",
      },
    }),
    ...(takesToken && {
      [CONFIRMATION_TOKEN]: { type: "string", description: "From the preview." },
    }),
  };
}
