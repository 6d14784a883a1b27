import { json, response } from "../server/response-bytes.ts";
import type { Fault, Scenario } from "./fault.ts";
import { fault } from "./fault.ts";
import { respondWith } from "./respond-with.ts";

/** Responds with a modified JSON text. */
const respondWithText = (write: (good: string) => string | Buffer, type = "application/json"): Scenario =>
  respondWith((_, { operation }) => response(200, type, write(JSON.stringify(operation.response))));

/** A successful response with additional fields at the start of the object or of the first item. */
const withFields = (fields: string) => (good: string) =>
  good.includes('"items":[{') ? good.replace("[{", `[{${fields},`) : good.replace("{", `{${fields},`);

const hostileKeys = withFields('"__proto__": {"polluted": true}, "constructor": {"prototype": {"polluted": true}}');

const cleanAfterwards: Scenario = async (cell) => {
  await respondWith((_, { operation }) =>
    response(200, "application/json", hostileKeys(JSON.stringify(operation.response))),
  )(cell);
  cell.check(!Reflect.has(Object.prototype, "polluted"), "the prototype of all objects was changed");
  const value = cell.ending?.value as { items?: object[] } | undefined;
  for (const object of [value, ...(value?.items ?? [])]) {
    cell.check(!Reflect.has(object ?? {}, "polluted"), "the prototype of a response was changed");
  }
};

/** Bytes after the end of a response must not become part of the next one. */
const extraBytes: Scenario = async (cell) => {
  const { operation, abort } = cell;
  const good = json(200, operation.response);
  const server = await cell.serve({
    request({ number, reply }) {
      reply(number === 1 ? Buffer.concat([good, json(200, { id: "poison", items: [{ id: "poison" }] })]) : good);
    },
  });
  let second: unknown;
  await cell.call(server.origin, {
    async act(client) {
      const first = await operation.call(client, { signal: abort.signal });
      cell.sends = () => server.requests.length - 1;
      second = await operation.call(client, { signal: abort.signal });
      return first;
    },
  });
  cell.check(second !== undefined, "the call after it failed");
  cell.check(!JSON.stringify([cell.ending?.value, second]).includes("poison"), "surplus bytes were used as a response");
};

/** D09 to D11, D18, D20, D21 and D25: unusual responses that are accepted. */
export const toleratedResponses: readonly Fault[] = [
  fault(
    "D09",
    "JSON with the content type of plain text",
    "OK:1",
    respondWithText((good) => good, "text/plain"),
  ),
  fault(
    "D10",
    "a byte order mark",
    "OK:1",
    respondWithText((good) => `\uFEFF${good}`),
  ),
  fault(
    "D11",
    "bytes that are not UTF-8",
    "OK:1",
    respondWithText((good) => {
      const [before = "", after = ""] = withFields('"name": "Zo@"')(good).split('@"');
      return Buffer.concat([Buffer.from(before), Buffer.from([0xe9, 0xff]), Buffer.from(`"${after}`)]);
    }),
  ),
  fault("D18", "keys that change prototypes", "OK:1", cleanAfterwards),
  fault(
    "D20",
    "unknown fields, unknown values and nulls",
    "OK:1",
    respondWithText(withFields('"new_field": [1], "status": "a status of tomorrow", "company_name": null')),
  ),
  fault("D21", "a number above 2^53", "OK:1", respondWithText(withFields('"organization_count": 9007199254740993'))),
  fault("D25", "bytes after the end of the response", "OK:1", extraBytes),
];
