import type { Script } from "./fault-server.ts";
import { json } from "./response-bytes.ts";

/** The script of a server that responds with success to every request. */
export function goodResponses(body: object): Script {
  return { request: ({ reply }) => reply(json(200, body)) };
}
