import { readTask, sendToParent } from "../harness/child-process.ts";
import type { LeadServerOptions } from "../server/lead-server.ts";
import { startLeadServer } from "../server/lead-server.ts";

sendToParent(await startLeadServer(readTask<LeadServerOptions>()));
