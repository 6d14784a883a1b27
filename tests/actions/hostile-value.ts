import { InstantlyError } from "@modulex-instantly/client";
import fc from "fast-check";

const boom = (): never => {
  throw new Error("boom");
};
const boomed = (): never => {
  throw Symbol("not even an error");
};
const traps: ProxyHandler<object> = {
  get: boom,
  has: boomed,
  ownKeys: boom,
  getOwnPropertyDescriptor: boomed,
  getPrototypeOf: boom,
};

function revoked(target: object): object {
  const { proxy, revoke } = Proxy.revocable(target, {});
  revoke();
  return proxy;
}

function withGetter(name: string | symbol, get: () => unknown): object {
  return Object.defineProperty({ id: "x" }, name, { get, enumerable: true });
}

const THEN = "then";

function thenable(then: (resolve: (value: unknown) => void) => void): object {
  return Object.defineProperty({}, THEN, { value: then, enumerable: true, writable: true });
}

function cyclic(): object {
  const value: Record<string, unknown> = { id: "x" };
  value["payload"] = [value, { back: value }];
  return value;
}

function branded(fields: object): object {
  const error = new InstantlyError("words", { code: "network", outcome: "unknown" });
  return Object.defineProperties(error, Object.getOwnPropertyDescriptors(fields));
}

/** Values that break code that inspects them, by description. */
export const hostileValues: Readonly<Record<string, () => unknown>> = {
  "a proxy whose traps throw": () => new Proxy({}, traps),
  "an array proxy whose traps throw": () => new Proxy([], traps),
  "a revoked proxy": () => revoked({}),
  "a revoked array": () => revoked([]),
  "a revoked function": () => revoked(boom),
  "a tag that throws": () => withGetter(Symbol.toStringTag, boom),
  "a tag that is a symbol": () => ({ [Symbol.toStringTag]: Symbol("x") }),
  "a primitive that throws": () => ({ [Symbol.toPrimitive]: boom, toString: boom, valueOf: boom }),
  "a toJSON that throws": () => ({ id: "x", toJSON: boom }),
  "a toJSON that is read and throws": () => withGetter("toJSON", boom),
  "a field that throws": () => withGetter("name", boom),
  "a then that throws when read": () => withGetter("then", boom),
  "a then that throws when called": () => Object.assign({ id: "x" }, thenable(boomed)),
  "a thenable": () => thenable((resolve) => resolve({ id: "x" })),
  "a constructor that throws": () => withGetter("constructor", boom),
  "a length that throws": () => Object.defineProperty({}, "length", { get: boom, enumerable: true }),
  "a sparse array of four billion items": () => new Array(2 ** 32 - 1),
  "an array with a length of 10^15": () =>
    new Proxy([], { get: (target, name) => (name === "length" ? 1e15 : Reflect.get(target, name)) }),
  "an array with an iterator that throws": () =>
    Object.assign(["x"], { [Symbol.iterator]: boom, map: boom, slice: boom }),
  "an array whose elements throw": () => Object.defineProperty(["x", "y"], 1, { get: boom, enumerable: true }),
  "a cycle": cyclic,
  "an object without a prototype": () => Object.assign(Object.create(null), { id: "x" }),
  "a class instance": () =>
    new (class {
      #secret = 1;
      get id() {
        return this.#secret;
      }
    })(),
  "an invalid date": () => new Date(Number.NaN),
  "a map": () => new Map([["id", "x"]]),
  "a bigint": () => 10n,
  "a symbol": () => Symbol("a\nb"),
  "a function": () => boom,
  NaN: () => Number.NaN,
  "an error whose message throws": () => Object.defineProperty(new Error("x"), "message", { get: boom }),
  "an error whose stack and cause throw": () =>
    Object.defineProperties(new Error("x"), { stack: { get: boom }, cause: { get: boom } }),
  "a branded error whose code throws": () =>
    branded({
      get code() {
        return boom();
      },
    }),
  "a branded error whose fields throw": () =>
    branded({
      get attempts() {
        return boom();
      },
      get status() {
        return boomed();
      },
    }),
  "a branded error with an unknown outcome": () => branded({ outcome: "fine" }),
  "a branded error with invalid fields": () =>
    branded({ message: Symbol("x"), status: {}, attempts: "many", apiMessage: 5, settledBy: [], retryAfterMs: "soon" }),
  "a branded error with a blank message": () => branded({ message: "\u200b \n", apiMessage: " " }),
  "a proxy of an error": () => new Proxy(new InstantlyError("x", { code: "network", outcome: "none" }), traps),
  undefined: () => undefined,
  null: () => null,
  "a lone surrogate": () => "\ud800",
};

/** How to create a value, as plain data: a property-based test must not touch the value itself. */
export type Recipe =
  | { readonly hostile: string }
  | { readonly plain: unknown }
  | { readonly list: readonly Recipe[] }
  | { readonly fields: readonly (readonly [name: string, recipe: Recipe])[] };

const NAMES = ["id", "name", "email", "items", "payload", "then", "toJSON", "__proto__", "steps", "timing"];

/** Recipes of hostile values, alone or inside plain data. */
export const recipes: fc.Arbitrary<Recipe> = fc.letrec<{ recipe: Recipe }>((tie) => ({
  recipe: fc.oneof(
    { maxDepth: 4 },
    fc.record({ hostile: fc.constantFrom(...Object.keys(hostileValues)) }),
    // Through JSON, which has no negative zero.
    fc.record({ plain: fc.jsonValue({ maxDepth: 2 }).map((value): unknown => JSON.parse(JSON.stringify(value))) }),
    fc.record({ list: fc.array(tie("recipe"), { maxLength: 3 }) }),
    fc.record({ fields: fc.array(fc.tuple(fc.constantFrom(...NAMES), tie("recipe")), { maxLength: 4 }) }),
  ),
})).recipe;

/** Creates a new value from a recipe. */
export function prepared(recipe: Recipe): unknown {
  if ("hostile" in recipe) return hostileValues[recipe.hostile]?.();
  if ("plain" in recipe) return recipe.plain;
  if ("list" in recipe) return recipe.list.map(prepared);
  return Object.fromEntries(recipe.fields.map(([name, inner]) => [name, prepared(inner)]));
}
