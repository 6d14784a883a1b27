import type fc from "fast-check";
import type { Session } from "./session.ts";
import type { SessionModel } from "./session-model.ts";

/** Something a person does in a session. */
export type SessionCommand = fc.AsyncCommand<SessionModel, Session>;

/** A command, by default one that may be done at any time; its text is shown when it fails. */
export function command(
  name: string,
  given: unknown,
  run: (model: SessionModel, session: Session) => Promise<void>,
  check: (model: Readonly<SessionModel>) => boolean = () => true,
): SessionCommand {
  return { check, run, toString: () => `${name}(${JSON.stringify(given)})` };
}
