import { json } from "./answer-bytes.ts";
import type { Script } from "./fault-server.ts";

/** The script of a server that answers every request well. */
export function goodAnswers(answer: object): Script {
  return { request: ({ reply }) => reply(json(200, answer)) };
}
