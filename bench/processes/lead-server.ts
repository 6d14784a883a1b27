import type { LeadServerOptions } from "../server/lead-server.ts";
import { startLeadServer } from "../server/lead-server.ts";
import { answer, assignment } from "./child-process.ts";

answer(await startLeadServer(assignment<LeadServerOptions>()));
