import { Socket } from "node:net";

/**
 * Loaded first in a process of the tests: a connection to another machine is refused before a name is looked up, noted in
 * `refusedConnections`, and makes the process fail. Names under `.invalid` lead nowhere by definition (RFC 6761).
 */
const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|::1|::ffff:127(?:\.\d{1,3}){3}|.+\.invalid)$/i;

/** Where the process wanted to connect to. */
export const refusedConnections = [];

const { connect } = Socket.prototype;
Socket.prototype.connect = function (...args) {
  const host = foreignHost(Array.isArray(args[0]) ? args[0] : args);
  if (host === undefined) return connect.apply(this, args);
  refusedConnections.push(host);
  process.exitCode = 1;
  const error = new Error(`Tests may only connect to this machine, not to ${host}.`);
  process.nextTick(() => this.destroy(error));
  return this;
};

/** The host of `connect(options)`, `connect(port, host)` or `connect(path)`, unless it is this machine. */
function foreignHost([first, second]) {
  const host = typeof first === "object" && first !== null ? first.host : second;
  return typeof host !== "string" || host === "" || LOOPBACK.test(host) ? undefined : host;
}
