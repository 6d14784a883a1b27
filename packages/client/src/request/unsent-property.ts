/**
 * Returns which property of an object is missing in its JSON: one that is inherited, non-enumerable, named by a symbol, or
 * left out by `toJSON`. Methods do not count.
 */
export function unsentProperty(given: object, sent: object): string | undefined {
  let owner: object | null = given;
  // Up to the Object.prototype of any realm.
  while (owner && !Object.hasOwn(owner, "hasOwnProperty")) {
    const lost = Reflect.ownKeys(owner).find((name) => {
      const { value, get } = Reflect.getOwnPropertyDescriptor(owner as object, name) ?? {};
      return !(name in sent) && (get || (value !== undefined && typeof value !== "function"));
    });
    if (lost !== undefined) return `${String(lost)} would not be sent: pass a plain object`;
    owner = Reflect.getPrototypeOf(owner);
  }
  return undefined;
}
