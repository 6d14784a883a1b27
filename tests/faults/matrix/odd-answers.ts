import { head, json } from "../server/answer-bytes.ts";
import { answered, quotedKey, refusal, withEach } from "./answered.ts";
import type { Fault, Scene } from "./fault.ts";
import { fault } from "./fault.ts";

/** A redirect to the same server, where a request that follows it would be counted. */
const redirect = (status: number): Scene =>
  answered((request) =>
    json(status, { message: "Moved" }, [["location", `${request.path}?key=${encodeURIComponent(quotedKey(request))}`]]),
  );

/** A redirect to a server of somebody else, who would like to see the key. */
const redirectAway =
  (status: number): Scene =>
  async (stage) => {
    const attacker = await stage.serve({ request: ({ reply }) => reply(json(200, stage.operation.answer)) });
    await answered(({ path }) => json(status, { message: "Moved" }, [["location", `${attacker.origin}${path}`]]))(
      stage,
    );
    stage.check(attacker.begun === 0, "a request went to another server");
  };

/** C22 to C30: answers that are neither a plain success nor a plain refusal. */
export const oddAnswers: readonly Fault[] = [
  fault("C22", "a redirect to the same origin", "BADRESP:1 UNK:1", withEach([301, 302, 307, 308], redirect)),
  fault("C23", "a redirect to another origin", "BADRESP:1 UNK:1", withEach([302, 307, 308], redirectAway)),
  fault("C24", "303", "BADRESP:1 UNK:1", redirect(303)),
  fault(
    "C25",
    "50 early hints before a good answer",
    "OK:1",
    answered((_, { operation }) => {
      const hint = Buffer.from(head(103, [["link", "</style.css>; rel=preload"]]));
      return Buffer.concat([...Array.from({ length: 50 }, () => hint), json(200, operation.answer)]);
    }),
  ),
  fault(
    "C26",
    "204",
    "BADRESP:1 APPLIED:1",
    answered(() => Buffer.from(head(204))),
  ),
  fault(
    "C27",
    "200 without a body",
    "BADRESP:1 APPLIED:1",
    answered(() => Buffer.from(head(200, [["content-length", 0]]))),
  ),
  fault(
    "C28",
    "202 with a message",
    "BADRESP:1 OK:1",
    answered(() => json(202, { message: "Accepted" })),
  ),
  fault(
    "C29",
    "200 with an error",
    "BADRESP:1 UNK:1",
    answered((request) => json(200, { error: `Failed for ${quotedKey(request)}` })),
  ),
  fault("C30", "599", "READERR:3 UNK:1", answered(refusal(599))),
];
