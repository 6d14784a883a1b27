import { answer, assignment } from "../harness/child-process.ts";
import type { LeadServerOptions } from "../server/lead-server.ts";
import { startLeadServer } from "../server/lead-server.ts";

answer(await startLeadServer(assignment<LeadServerOptions>()));
