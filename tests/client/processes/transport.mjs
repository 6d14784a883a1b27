// Makes a call on the transport for Node and prints how it ended; a test watches when the process ends. Arguments: the URL
// of the server and what else the process does.
import { createInstantlyClient } from "@modulex-instantly/client";
import { nodeTransport } from "@modulex-instantly/client/node";

const [baseUrl, ca] = process.argv.slice(2);
const transport = nodeTransport({ proxy: false, ca });
const client = createInstantlyClient({ apiKey: "key", baseUrl, retry: false, transport });
const ended = await client.leads.get("lead-1").then(
  ({ id }) => id,
  ({ code, message }) => `${code}: ${message}`,
);
console.log(ended);
