import type { PublishedSchemas } from "../actions/seed-contract/broken-promises.ts";

/** Reads the schemas of the actions from the derived file. */
export function derivedSchemas(files: ReadonlyMap<string, string>): PublishedSchemas {
  const text = files.get("packages/actions/src/action-schemas.gen.ts") ?? "";
  const constant = (name: string): Record<string, object> => {
    const found = new RegExp(`^export const ${name}: [^=]+ = (\\{.*?^\\});$`, "ms").exec(text)?.[1];
    if (found === undefined) throw new Error(`action-schemas.gen.ts has no ${name}`);
    return JSON.parse(found);
  };
  return { inputs: constant("inputSchemas"), outputs: constant("outputSchemas") };
}
