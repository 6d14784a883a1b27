/** Where a schema is found in an operation: the operation, the section (`body`, `200`, `query`) and the way down. */
export interface Place {
  readonly operation: string;
  readonly section: string;
  readonly path: string;
}

/** Goes one property down. */
export function propertyPlace(place: Place, name: string): Place {
  const written = /^[\w$-]+$/.test(name) ? name : JSON.stringify(name);
  return { ...place, path: place.path === "" ? written : `${place.path}.${written}` };
}

/** Goes into the items of a list. */
export function itemsPlace(place: Place): Place {
  return { ...place, path: `${place.path}[]` };
}

/** Goes into the values of an object with free keys. */
export function valuesPlace(place: Place): Place {
  return { ...place, path: place.path === "" ? "*" : `${place.path}.*` };
}

/** Writes a place for people, such as `GET /api/v2/emails 200 items[].thread_id`. */
export function placeText({ operation, section, path }: Place): string {
  return [operation, section, path].filter(Boolean).join(" ");
}
