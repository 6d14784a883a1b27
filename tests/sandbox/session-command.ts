import type fc from "fast-check";
import type { Session } from "./session.ts";
import type { SessionModel } from "./session-model.ts";

/** A step of a session. */
export type SessionCommand = fc.AsyncCommand<SessionModel, Session>;

/** A command, by default one that can run at any time. Its text is part of the failure message. */
export function command(
  name: string,
  given: unknown,
  run: (model: SessionModel, session: Session) => Promise<void>,
  check: (model: Readonly<SessionModel>) => boolean = () => true,
): SessionCommand {
  return { check, run, toString: () => `${name}(${JSON.stringify(given)})` };
}
