/**
 * Says which property can be read off an object though its JSON lacks it: one that is inherited, hidden, named by a
 * symbol, or left out by `toJSON`. Methods are none.
 */
export function unsentProperty(given: object, sent: object): string | undefined {
  let owner: object | null = given;
  // Up to Object.prototype, of whatever realm.
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
