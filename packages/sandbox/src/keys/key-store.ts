import { describeValue } from "../input/describe-value.ts";
import { suggestion } from "../input/nearest-name.ts";
import { scopes as knownScopes } from "../spec/operations.gen.ts";
import { Random } from "../state/random.ts";

/** An API key of the sandbox. */
export interface ApiKey {
  /** The name of the key in the journal, which never contains the key itself. */
  readonly name: string;
  readonly scopes: readonly string[];
  /** Whether the workspace has a paid plan. Without one, every call is a 402. */
  readonly paid: boolean;
  readonly revoked: boolean;
}

/** The keys of a sandbox. */
export interface SandboxKeys {
  /** Has all scopes (`all:all`). */
  readonly full: string;
  /** Can only read (`all:read`). */
  readonly readOnly: string;
  /** Belongs to a workspace without a paid plan: every call is a 402. */
  readonly unpaid: string;
  /** A revoked key: every call is a 401. */
  readonly revoked: string;
  /**
   * Creates a key with exactly these scopes. The same scopes always give the same key.
   *
   * @throws TypeError naming a scope that no operation accepts.
   */
  readonly withScopes: (...scopes: readonly string[]) => string;
}

/** The keys of a sandbox. They start with `sbx_` and are derived from the seed. */
export class KeyStore {
  readonly #seed: number | string;
  readonly #known = new Map<string, ApiKey>();
  readonly #minted = new Map<string, readonly string[]>();
  readonly keys: SandboxKeys;

  constructor(seed: number | string) {
    this.#seed = seed;
    const make = (name: string, key: Partial<ApiKey>): string => this.#add(name, key);
    this.keys = {
      full: make("full", {}),
      readOnly: make("readOnly", { scopes: ["all:read"] }),
      unpaid: make("unpaid", { paid: false }),
      revoked: make("revoked", { revoked: true }),
      withScopes: (...scopes) => this.mint(scopes),
    };
  }

  /** The scopes of the keys that were created after the start, for a snapshot. */
  get minted(): readonly (readonly string[])[] {
    return [...this.#minted.values()];
  }

  /** Every key with its scopes. */
  list(): (ApiKey & { readonly key: string })[] {
    return [...this.#known].map(([key, known]) => ({ key, ...known }));
  }

  find(key: string): ApiKey | undefined {
    return this.#known.get(key);
  }

  mint(scopes: readonly string[]): string {
    for (const scope of scopes) {
      if (!knownScopes.includes(scope)) {
        throw new TypeError(`scopes: no operation accepts ${describeValue(scope)}${suggestion(scope, knownScopes)}`);
      }
    }
    if (scopes.length === 0) throw new TypeError("scopes: expected at least one scope, found none");
    const name = [...scopes].sort().join("+");
    this.#minted.set(name, [...scopes]);
    return this.#add(name, { scopes });
  }

  #add(name: string, { scopes = ["all:all"], paid = true, revoked = false }: Partial<ApiKey>): string {
    const label = name.replaceAll(/[^a-zA-Z]+/g, "-");
    const key = `sbx_${label}_${new Random(`key:${name}:${this.#seed}`).hex(24)}`;
    this.#known.set(key, { name, scopes, paid, revoked });
    return key;
  }
}
