import { failingLookup } from "../client/failing-lookup.ts";
import { openBlackHole } from "../server/black-hole.ts";
import { makeCertificate } from "../server/certificate.ts";
import type { Script } from "../server/fault-server.ts";
import { freePort } from "../server/free-port.ts";
import { goodResponses } from "../server/good-responses.ts";
import { page } from "../server/response-bytes.ts";
import { shared } from "../server/shared.ts";
import type { Fault, Scenario } from "./fault.ts";
import { fault } from "./fault.ts";
import { goodCertificate, overTls } from "./over-tls.ts";

const expired = makeCertificate(["127.0.0.1"], [-2, -1]);
const ofAnother = makeCertificate(["elsewhere.invalid"]);
const impatient = { connectMs: 250, readAttemptMs: 600, writeAttemptMs: 600 };

/** Resets the first connections: at once, while the client may still be connecting, or when the handshake begins. */
function resetting(connections: number, when: "at once" | "in the handshake"): Script {
  return {
    connection(socket, number) {
      if (number > connections) return false;
      if (when === "at once") socket.resetAndDestroy();
      else socket.once("data", () => socket.resetAndDestroy());
      return true;
    },
  };
}

const neverAccepted: Script = { connection: () => true };

const opensLate: Scenario = async (cell) => {
  const port = await freePort();
  const retry = { minDelayMs: 80, baseDelayMs: 80, maxDelayMs: 80 };
  const opening = new Promise<void>((resolve, reject) => {
    const open = () =>
      cell.serve(goodResponses(cell.operation.response), undefined, port).then(() => resolve(), reject);
    setTimeout(open, 100);
  });
  await Promise.all([opening, cell.call(`http://127.0.0.1:${port}`, { retry })]);
};

const blackHole = shared(openBlackHole);

const pending: Scenario = async (cell) => {
  const { thing, release } = await blackHole.use();
  cell.finally(release);
  await cell.call(thing.origin, { timeouts: impatient });
};

const selfSigned: Scenario = async (cell) => {
  const { origin } = await cell.serve(goodResponses(cell.operation.response), goodCertificate);
  await cell.call(origin);
};

const plainHttp: Scenario = async (cell) => {
  const { origin } = await cell.serve({ begun: (socket) => socket.end(page(400, "Bad Request")) });
  await cell.call(origin.replace("http:", "https:"));
};

/** A01 to A10: no request reaches the API. */
export const unreachable: readonly Fault[] = [
  fault("A01", "the name does not resolve", "NOTSENT:0", overTls({}, { lookup: () => failingLookup("ENOTFOUND", 9) }), {
    bothEvidences: true,
  }),
  fault("A02", "the resolver fails once", "OKR:1", overTls({}, { lookup: () => failingLookup("EAI_AGAIN", 1) }), {
    bothEvidences: true,
  }),
  fault(
    "A03",
    "connections are refused",
    "NOTSENT:0",
    {
      "one address": (cell) => cell.call("http://127.0.0.1:3"),
      "both families": (cell) => cell.call("http://localhost:3"),
    },
    { bothEvidences: true },
  ),
  fault("A04", "connections are refused at first", "OKR:1", opensLate, { bothEvidences: true }),
  fault(
    "A05",
    "every connection is reset",
    "NOTSENT:0",
    {
      "at once": overTls(resetting(99, "at once")),
      "in the handshake": overTls(resetting(99, "in the handshake")),
    },
    { blind: "READERR:0 UNK:0", seenOnly: ["at once"] },
  ),
  fault("A06", "nothing responds to a connection attempt", "NOTSENT:0", pending, { blind: "READERR:0 UNK:0" }),
  fault("A07", "the TLS handshake stalls", "NOTSENT:0", overTls(neverAccepted, { timeouts: impatient }), {
    blind: "READERR:0 UNK:0",
  }),
  fault("A08", "the first TLS handshake is reset", "OKR:1", overTls(resetting(1, "in the handshake")), {
    blind: "OKR:1 UNK:0",
  }),
  fault(
    "A09",
    "the certificate is invalid",
    "TLSFAIL:0",
    {
      "self-signed": selfSigned,
      expired: overTls({}, { certificate: expired }),
      "for another host": overTls({}, { certificate: ofAnother }),
    },
    { bothEvidences: true },
  ),
  // Without evidence, such a record could have come after the request; for a read this makes no difference.
  fault("A10", "the https port responds with plain HTTP", "TLSFAIL:0", plainHttp, { blind: "- UNK:0" }),
];
