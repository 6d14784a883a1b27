import { setTimeout } from "node:timers/promises";
import { axiosClient } from "../clients/axios-client.ts";
import type { ClientSetUp, ComparedClient } from "../clients/compared-client.ts";
import { globalFetch } from "../clients/fetch-client.ts";
import { gotClient } from "../clients/got-client.ts";
import { kyClient } from "../clients/ky-client.ts";
import { ofetchClient } from "../clients/ofetch-client.ts";
import { openapiFetch } from "../clients/openapi-fetch-client.ts";
import { ourClient, ourClientOnTransport } from "../clients/our-client.ts";
import { retryLoop, vendorPolicy } from "../clients/retrying-client.ts";
import { undiciRequest } from "../clients/undici-client.ts";
import { readTask, sendToParent } from "../harness/child-process.ts";
import type { Section } from "../report/section.ts";
import type { AmbiguousFault } from "../server/ambiguous-faults.ts";
import { ambiguousFaults, startFaultyServer } from "../server/ambiguous-faults.ts";

const TIMEOUT_MS = 1_000;
const HUNG_MS = 10_000;
const AT_ONCE = 12;
const OURS = ["this client", "this client, Node transport"] as const;
const CLIENTS: Readonly<Record<string, (setUp: ClientSetUp) => ComparedClient>> = {
  [OURS[0]]: ourClient,
  [OURS[1]]: ourClientOnTransport,
  "fetch, by hand": globalFetch,
  "undici.request": undiciRequest,
  "openapi-fetch": openapiFetch,
  axios: axiosClient,
  got: gotClient,
  ky: kyClient,
  "ky, retrying POST": (setUp) => kyClient(setUp, { methods: ["get", "post"] }),
  ofetch: ofetchClient,
  "Instantly's SDK, its policy": vendorPolicy,
  "fetch in a retry loop": retryLoop,
};
const reply = {
  reply_to_uuid: "01a0c864-cf48-74a2-9b6b-7ae0289cbece",
  eaccount: "mara.klein@outreach.example.com",
  subject: "Re: Fewer no-shows at Brightlane",
  body: { text: "Thursday at 10:00 it is." },
};

interface Cell {
  readonly client: string;
  readonly fault: string;
  readonly sends: number;
  readonly end: "succeeded" | "failed" | "hung";
}

async function doubleSends(): Promise<Section> {
  const waiting = Object.entries(CLIENTS).flatMap(([client, create]) =>
    ambiguousFaults.map((fault) => () => oneReply(client, create, fault)),
  );
  const cells: Cell[] = [];
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) cells.push(await next());
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));

  const cellOf = (client: string, fault: string) =>
    cells.find((cell) => cell.client === client && cell.fault === fault);
  const sendsOf = (client: string, fault: AmbiguousFault) => cellOf(client, fault.name)?.sends ?? Number.NaN;
  return {
    title: "How often one reply goes out",
    method:
      `Each client sends one reply, with a timeout of ${TIMEOUT_MS / 1_000} s and its default retries. A server on a raw ` +
      "socket reads each request to its end, counts it, and then fails as the column says. The number is how often the " +
      "email could have been sent. ok: the call succeeded. H: the call had not settled after " +
      `${HUNG_MS / 1_000} s. After a 429 nothing was sent, so a retry is right; in every other column the email may have been ` +
      "sent already. For Instantly's SDK, `fetch` follows the policy that it publishes; the retry loop is p-retry.",
    figures: OURS.flatMap((client) =>
      ambiguousFaults.map((fault) => ({
        what: `sends of one reply by ${client}: ${fault.name}`,
        measured: sendsOf(client, fault),
        unit: "requests" as const,
        goal: { atLeast: fault.isRejection ? 2 : 1, atMost: fault.isRejection ? 2 : 1, allowance: 0 },
      })),
    ),
    table: {
      head: ["client", ...ambiguousFaults.map(({ name }) => name)],
      rows: Object.keys(CLIENTS).map((client) => [
        client,
        ...ambiguousFaults.map(({ name }) => formatCell(cellOf(client, name))),
      ]),
    },
  };
}

async function oneReply(
  client: string,
  create: (setUp: ClientSetUp) => ComparedClient,
  fault: AmbiguousFault,
): Promise<Cell> {
  const server = await startFaultyServer(fault);
  const call = create({ baseUrl: server.origin, timeoutMs: TIMEOUT_MS }).reply(reply);
  const settled = call.then(
    () => "succeeded" as const,
    () => "failed" as const,
  );
  const patience = new AbortController();
  const hung = setTimeout(HUNG_MS, "hung" as const, patience);
  const end = await Promise.race([settled, hung.catch(() => "hung" as const)]);
  patience.abort();
  const sends = server.requests.length;
  await server.stop();
  return { client, fault: fault.name, sends, end };
}

function formatCell(cell: Cell | undefined): string {
  if (!cell) throw new Error("a client was not measured");
  const marks = { succeeded: " ok", failed: "", hung: " H" };
  return `${cell.sends}${marks[cell.end]}`;
}

readTask();
sendToParent(await doubleSends());
