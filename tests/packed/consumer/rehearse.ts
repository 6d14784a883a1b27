// The packed client with the packed sandbox, over a real socket.
import { bindActions } from "@modulex-instantly/actions";
import { createInstantlyClient } from "@modulex-instantly/client";
import { startSandbox } from "@modulex-instantly/sandbox";

const sandbox = await startSandbox();
try {
  const client = createInstantlyClient({ apiKey: sandbox.keys.full, baseUrl: sandbox.url });
  const bound = bindActions({ client });
  const list = await bound.create_lead_list({ name: "Berlin founders" });
  if (!list.success) throw new Error(`create_lead_list: ${list.error}`);
  const lists = await bound.list_lead_lists({ limit: 10 });
  if (!JSON.stringify(lists).includes("Berlin founders")) throw new Error("the sandbox lost the list");
  if (sandbox.outbox().length !== 0) throw new Error("an email would have been sent");
  console.log("the packed sandbox works");
} finally {
  await sandbox.close();
}
