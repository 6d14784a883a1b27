import { readTask, sendToParent } from "../harness/child-process.ts";
import { startCountingServer } from "../server/counting-server.ts";

readTask();
const server = await startCountingServer();
process.on("message", () => sendToParent(server.arrivals()));
sendToParent(server.origin);
