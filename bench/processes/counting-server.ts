import { startCountingServer } from "../server/counting-server.ts";
import { answer, assignment } from "./child-process.ts";

assignment();
const server = await startCountingServer();
process.on("message", () => answer(server.arrivals()));
answer(server.origin);
