import type { ActionName } from "@modulex-instantly/actions";
import { actions } from "@modulex-instantly/actions";

/** The field in which an action returns the entity or the list of a response: the one whose schema is a shared one. */
function wholeOf(name: ActionName): string | undefined {
  const properties = Object.entries(actions[name].outputSchema.properties);
  return properties.find(([, schema]) => JSON.stringify(schema).includes('"$ref"'))?.[0];
}

/** The differences between a result and the API's response: a field of the contract must be returned unchanged. */
export function lostFields(name: ActionName, result: object, response: Readonly<Record<string, unknown>>): string[] {
  const whole = wholeOf(name);
  const values = result as Readonly<Record<string, unknown>>;
  if (whole === undefined) return differing(name, values, response);
  const { items, next_starting_after: cursor } = response;
  if (!Array.isArray(items)) {
    return [
      ...differing(`${name}.${whole}`, values[whole], response),
      ...differing(name, without(values, whole), { email_address: response["email"], ...response }),
    ];
  }
  const listed = values[whole] as readonly unknown[];
  return [
    ...(listed.length === items.length ? [] : [`${name}.${whole}: ${listed.length} of ${items.length} items`]),
    ...(values["count"] === items.length ? [] : [`${name}.count: ${values["count"]}`]),
    ...(values["next_starting_after"] === (cursor ?? null) ? [] : [`${name}.next_starting_after: not ${cursor}`]),
    ...listed.flatMap((item, index) => differing(`${name}.${whole}[${index}]`, item, items[index])),
  ];
}

function differing(place: string, found: unknown, given: Readonly<Record<string, unknown>>): string[] {
  if (typeof found !== "object" || found === null) return [`${place}: is ${found}`];
  return Object.entries(found).flatMap(([key, value]) => {
    if (key === "success" || key === "error") return [];
    if (key === "body") return differing(`${place}.body`, value, given["body"] as Record<string, unknown>);
    const wanted = given[key] ?? (Array.isArray(value) ? [] : null);
    return JSON.stringify(value) === JSON.stringify(wanted) ? [] : [`${place}.${key}: not ${JSON.stringify(wanted)}`];
  });
}

function without(record: Readonly<Record<string, unknown>>, key: string): Record<string, unknown> {
  return Object.fromEntries(Object.entries(record).filter(([name]) => name !== key));
}
