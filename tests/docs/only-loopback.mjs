/** Loaded before a block runs, so that it can only reach this machine. */
const original = globalThis.fetch;

globalThis.fetch = async (input, init) => {
  const { hostname } = new URL(input instanceof Request ? input.url : String(input));
  if (!["127.0.0.1", "localhost", "[::1]"].includes(hostname)) {
    throw new Error(`A block of the documentation tried to connect to ${hostname}: use INSTANTLY_BASE_URL`);
  }
  return original(input, init);
};
