import type { LookupFunction } from "node:net";

/** The options for the connections of the platform's own fetch. */
export interface Connecting {
  /** A certificate to trust, in PEM. */
  readonly ca?: string;
  readonly lookup?: LookupFunction;
}

interface Agent {
  destroy(): Promise<void>;
}

/** A fetch with its own connections. */
export interface PlatformFetch {
  readonly fetch: typeof fetch;
  close(): Promise<void>;
}

/**
 * The platform's fetch with its own agent, as needed for a private certificate or resolver. The agent's class is taken
 * from the platform, so that the code of the global fetch runs.
 */
export async function platformFetch(connect: Connecting, options: { allowH2?: boolean } = {}): Promise<PlatformFetch> {
  await fetch("data:,the first fetch makes the platform set up its agent");
  const used = Reflect.get(globalThis, Symbol.for("undici.globalDispatcher.1")) as { constructor: unknown };
  const PlatformAgent = used.constructor as new (options: { connect: Connecting; allowH2?: boolean }) => Agent;
  const agent = new PlatformAgent({ connect, ...options });
  return {
    fetch: (input, init) => fetch(input, { ...init, dispatcher: agent } as RequestInit),
    close: () => agent.destroy(),
  };
}
