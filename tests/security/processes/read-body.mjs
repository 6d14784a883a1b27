// Reads one lead from a server and reports what that cost this process.
import { createInstantlyClient } from "@modulex-instantly/client";

const [baseUrl, apiKey] = process.argv.slice(2);
const client = createInstantlyClient({ apiKey, baseUrl, retry: false, rateLimiter: false });
const before = process.cpuUsage();
const outcome = await client.leads.get("id-1").then(
  () => "read",
  (error) => error.code,
);
const { user, system } = process.cpuUsage(before);
const maxRssMib = Math.round(process.resourceUsage().maxRSS / 1024);
console.log(JSON.stringify({ outcome, cpuMs: Math.round((user + system) / 1000), maxRssMib }));
