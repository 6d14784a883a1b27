import { answer, assignment } from "../harness/child-process.ts";
import { startCountingServer } from "../server/counting-server.ts";

assignment();
const server = await startCountingServer();
process.on("message", () => answer(server.arrivals()));
answer(server.origin);
