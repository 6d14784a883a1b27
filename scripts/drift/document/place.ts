/** The place of a schema in the API: the operation, the section (`body`, `200`, `query`) and the path below it. */
export interface Place {
  readonly operation: string;
  readonly section: string;
  readonly path: string;
}

/** The place of a property. */
export function propertyPlace(place: Place, name: string): Place {
  const written = /^[\w$-]+$/.test(name) ? name : JSON.stringify(name);
  return { ...place, path: place.path === "" ? written : `${place.path}.${written}` };
}

/** The place of the items of a list. */
export function itemsPlace(place: Place): Place {
  return { ...place, path: `${place.path}[]` };
}

/** The place of the values of an object with arbitrary keys. */
export function valuesPlace(place: Place): Place {
  return { ...place, path: place.path === "" ? "*" : `${place.path}.*` };
}

/** Formats a place, such as `GET /api/v2/emails 200 items[].thread_id`. */
export function placeText({ operation, section, path }: Place): string {
  return [operation, section, path].filter(Boolean).join(" ");
}
