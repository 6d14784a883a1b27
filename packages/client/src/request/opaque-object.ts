/**
 * Whether an object keeps its values where neither JSON nor a query can see them, such as a Map, URLSearchParams, FormData
 * or a Promise. It would be sent as an empty object: a filter in it would be lost.
 */
export function isOpaque(value: object): boolean {
  if (Array.isArray(value)) return false;
  const prototype = Object.getPrototypeOf(value);
  // The prototype of a plain object of another realm has no prototype itself.
  if (prototype === null || prototype === Object.prototype || Object.getPrototypeOf(prototype) === null) return false;
  return ArrayBuffer.isView(value) || Object.keys(value).length === 0;
}
