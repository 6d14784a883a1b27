import { answer, json } from "../server/answer-bytes.ts";
import { answered } from "./answered.ts";
import type { Fault, Scene } from "./fault.ts";
import { fault } from "./fault.ts";

/** Answers with a JSON text of its own. */
const saying = (write: (good: string) => string | Buffer, type = "application/json"): Scene =>
  answered((_, { operation }) => answer(200, type, write(JSON.stringify(operation.answer))));

/** The good answer with further fields in front, wherever they may be looked for. */
const withFields = (fields: string) => (good: string) =>
  good.includes('"items":[{') ? good.replace("[{", `[{${fields},`) : good.replace("{", `{${fields},`);

const hostileKeys = withFields('"__proto__": {"polluted": true}, "constructor": {"prototype": {"polluted": true}}');

const cleanAfterwards: Scene = async (stage) => {
  await answered((_, { operation }) => answer(200, "application/json", hostileKeys(JSON.stringify(operation.answer))))(
    stage,
  );
  stage.check(!Reflect.has(Object.prototype, "polluted"), "the prototype of all objects was changed");
  const value = stage.ending?.value as { items?: object[] } | undefined;
  for (const object of [value, ...(value?.items ?? [])]) {
    stage.check(!Reflect.has(object ?? {}, "polluted"), "the prototype of an answer was changed");
  }
};

/** The rest of an answer must not be taken for the beginning of the next. */
const extraBytes: Scene = async (stage) => {
  const { operation, abort } = stage;
  const good = json(200, operation.answer);
  const server = await stage.serve({
    request({ number, reply }) {
      reply(number === 1 ? Buffer.concat([good, json(200, { id: "poison", items: [{ id: "poison" }] })]) : good);
    },
  });
  let second: unknown;
  await stage.call(server.origin, {
    async act(client) {
      const first = await operation.call(client, { signal: abort.signal });
      stage.sends = () => server.requests.length - 1;
      second = await operation.call(client, { signal: abort.signal });
      return first;
    },
  });
  stage.check(second !== undefined, "the call after it failed");
  stage.check(!JSON.stringify([stage.ending?.value, second]).includes("poison"), "bytes of no request were an answer");
};

/** D09 to D11, D18, D20, D21 and D25: answers that are used in spite of what is strange about them. */
export const strangeButGood: readonly Fault[] = [
  fault(
    "D09",
    "JSON that says it is plain text",
    "OK:1",
    saying((good) => good, "text/plain"),
  ),
  fault(
    "D10",
    "a byte order mark",
    "OK:1",
    saying((good) => `\uFEFF${good}`),
  ),
  fault(
    "D11",
    "bytes that are not UTF-8",
    "OK:1",
    saying((good) => {
      const [before = "", after = ""] = withFields('"name": "Zo@"')(good).split('@"');
      return Buffer.concat([Buffer.from(before), Buffer.from([0xe9, 0xff]), Buffer.from(`"${after}`)]);
    }),
  ),
  fault("D18", "keys that change prototypes", "OK:1", cleanAfterwards),
  fault(
    "D20",
    "unknown fields, unknown values and nulls",
    "OK:1",
    saying(withFields('"new_field": [1], "status": "a status of tomorrow", "company_name": null')),
  ),
  fault("D21", "a number above 2^53", "OK:1", saying(withFields('"organization_count": 9007199254740993'))),
  fault("D25", "bytes after the end of the answer", "OK:1", extraBytes),
];
