import { failingLookup } from "../client/failing-lookup.ts";
import { page } from "../server/answer-bytes.ts";
import { openBlackHole } from "../server/black-hole.ts";
import { makeCertificate } from "../server/certificate.ts";
import type { Script } from "../server/fault-server.ts";
import { freePort } from "../server/free-port.ts";
import { goodAnswers } from "../server/good-answers.ts";
import { shared } from "../server/shared.ts";
import type { Fault, Scene } from "./fault.ts";
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

const neverAnswered: Script = { connection: () => true };

const opensLate: Scene = async (stage) => {
  const port = await freePort();
  const retry = { minDelayMs: 80, baseDelayMs: 80, maxDelayMs: 80 };
  const opening = new Promise<void>((resolve, reject) => {
    const open = () => stage.serve(goodAnswers(stage.operation.answer), undefined, port).then(() => resolve(), reject);
    setTimeout(open, 100);
  });
  await Promise.all([opening, stage.call(`http://127.0.0.1:${port}`, { retry })]);
};

const blackHole = shared(openBlackHole);

const unanswered: Scene = async (stage) => {
  const { thing, release } = await blackHole.use();
  stage.finally(release);
  await stage.call(thing.origin, { timeouts: impatient });
};

const selfSigned: Scene = async (stage) => {
  const { origin } = await stage.serve(goodAnswers(stage.operation.answer), goodCertificate);
  await stage.call(origin);
};

const plainHttp: Scene = async (stage) => {
  const { origin } = await stage.serve({ begun: (socket) => socket.end(page(400, "Bad Request")) });
  await stage.call(origin.replace("http:", "https:"));
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
      "one address": (stage) => stage.call("http://127.0.0.1:3"),
      "both families": (stage) => stage.call("http://localhost:3"),
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
  fault("A06", "nothing answers an attempt to connect", "NOTSENT:0", unanswered, { blind: "READERR:0 UNK:0" }),
  fault("A07", "the TLS handshake stalls", "NOTSENT:0", overTls(neverAnswered, { timeouts: impatient }), {
    blind: "READERR:0 UNK:0",
  }),
  fault("A08", "the first TLS handshake is reset", "OKR:1", overTls(resetting(1, "in the handshake")), {
    blind: "OKR:1 UNK:0",
  }),
  fault(
    "A09",
    "the certificate is bad",
    "TLSFAIL:0",
    {
      "self-signed": selfSigned,
      expired: overTls({}, { certificate: expired }),
      "of another host": overTls({}, { certificate: ofAnother }),
    },
    { bothEvidences: true },
  ),
  // Without evidence such a record might as well have come after the request; to a read that makes no difference.
  fault("A10", "plain HTTP is spoken on the port of https", "TLSFAIL:0", plainHttp, { blind: "- UNK:0" }),
];
