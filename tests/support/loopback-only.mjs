import { Socket } from "node:net";
import { networkInterfaces } from "node:os";

/**
 * Loaded first in each test process: a connection to another machine is rejected before the name is resolved, recorded
 * in `rejectedConnections`, and makes the process fail. Names under `.invalid` never resolve (RFC 6761).
 */
const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|::1|::ffff:127(?:\.\d{1,3}){3}|.+\.invalid)$/i;

/** The addresses of this machine, on which a test may check that nothing listens. */
const OWN = new Set(
  Object.values(networkInterfaces())
    .flat()
    .map((found) => found?.address),
);

/** The hosts to which the process tried to connect. */
export const rejectedConnections = [];

const { connect } = Socket.prototype;
Socket.prototype.connect = function (...args) {
  const host = foreignHost(Array.isArray(args[0]) ? args[0] : args);
  if (host === undefined) return connect.apply(this, args);
  rejectedConnections.push(host);
  process.exitCode = 1;
  const error = new Error(`Tests may only connect to this machine, not to ${host}.`);
  process.nextTick(() => this.destroy(error));
  return this;
};

/** The host of `connect(options)`, `connect(port, host)` or `connect(path)`, unless it is this machine. */
function foreignHost([first, second]) {
  const host = typeof first === "object" && first !== null ? first.host : second;
  return typeof host !== "string" || host === "" || LOOPBACK.test(host) || OWN.has(host) ? undefined : host;
}
