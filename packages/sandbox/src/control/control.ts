import type { ControlRoutes } from "../contract/control-routes.ts";

/** The input of a control route, not validated yet. */
export interface ControlInput {
  /** The id in the path, or an empty string. */
  readonly id: string;
  readonly query: string;
  readonly body: unknown;
}

/** A control route by method and path. */
export type ControlName = keyof ControlRoutes;

/** A control route. It validates its input and returns the body of the response. */
export interface Control<Name extends ControlName> {
  readonly act: (input: ControlInput) => ControlRoutes[Name]["response"] | Promise<ControlRoutes[Name]["response"]>;
  /** Whether it changes the state, which is then saved. It waits while the clock is moving. */
  readonly changes?: true;
  /** Whether the state is saved before the response. */
  readonly saves?: true;
  /** Whether it changes something beside the state, such as the faults. */
  readonly notices?: true;
}

/** Some control routes by method and path. */
export type Controls<Names extends ControlName = ControlName> = {
  readonly [Name in Names]: Control<Name>;
};
