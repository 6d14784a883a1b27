import { head, json } from "../server/response-bytes.ts";
import type { Fault, Scenario } from "./fault.ts";
import { fault } from "./fault.ts";
import { errorResponse, quotedKey, respondWith, withEach } from "./respond-with.ts";

/** A redirect to the same server, which would count a followed redirect. */
const redirect = (status: number): Scenario =>
  respondWith((request) =>
    json(status, { message: "Moved" }, [["location", `${request.path}?key=${encodeURIComponent(quotedKey(request))}`]]),
  );

/** A redirect to an attacker's server, which would receive the key. */
const redirectAway =
  (status: number): Scenario =>
  async (cell) => {
    const attacker = await cell.serve({ request: ({ reply }) => reply(json(200, cell.operation.response)) });
    await respondWith(({ path }) => json(status, { message: "Moved" }, [["location", `${attacker.origin}${path}`]]))(
      cell,
    );
    cell.check(attacker.begun === 0, "a request was sent to another server");
  };

/** C22 to C30: responses that are neither an ordinary success nor an ordinary error. */
export const unusualResponses: readonly Fault[] = [
  fault("C22", "a redirect to the same origin", "BADRESP:1 UNK:1", withEach([301, 302, 307, 308], redirect)),
  fault("C23", "a redirect to another origin", "BADRESP:1 UNK:1", withEach([302, 307, 308], redirectAway)),
  fault("C24", "303", "BADRESP:1 UNK:1", redirect(303)),
  fault(
    "C25",
    "50 early hints before a successful response",
    "OK:1",
    respondWith((_, { operation }) => {
      const hint = Buffer.from(head(103, [["link", "</style.css>; rel=preload"]]));
      return Buffer.concat([...Array.from({ length: 50 }, () => hint), json(200, operation.response)]);
    }),
  ),
  fault(
    "C26",
    "204",
    "BADRESP:1 APPLIED:1",
    respondWith(() => Buffer.from(head(204))),
  ),
  fault(
    "C27",
    "200 without a body",
    "BADRESP:1 APPLIED:1",
    respondWith(() => Buffer.from(head(200, [["content-length", 0]]))),
  ),
  fault(
    "C28",
    "202 with a message",
    "BADRESP:1 OK:1",
    respondWith(() => json(202, { message: "Accepted" })),
  ),
  fault(
    "C29",
    "200 with an error",
    "BADRESP:1 UNK:1",
    respondWith((request) => json(200, { error: `Failed for ${quotedKey(request)}` })),
  ),
  fault("C30", "599", "READERR:3 UNK:1", respondWith(errorResponse(599))),
];
