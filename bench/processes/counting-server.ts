import { startCountingServer } from "../server/counting-server.ts";
import { answer } from "./child-process.ts";

const server = await startCountingServer();
process.on("message", () => answer(server.arrivals()));
answer(server.origin);
