/** Loaded before a block is run: whatever it forgets to say, it reaches nothing but this machine. */
const original = globalThis.fetch;

globalThis.fetch = async (input, init) => {
  const { hostname } = new URL(input instanceof Request ? input.url : String(input));
  if (!["127.0.0.1", "localhost", "[::1]"].includes(hostname)) {
    throw new Error(`A block of the documentation wants to reach ${hostname}: give it INSTANTLY_BASE_URL`);
  }
  return original(input, init);
};
