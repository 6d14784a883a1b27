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
  const page = await (await fetch(sandbox.url)).text();
  const files = [...page.matchAll(/(?:src|href)="(\/ui\/[^"]+)"/g)].map(([, file = ""]) => file);
  if (files.length < 3) throw new Error(`the page of the sandbox has only these files: ${files}`);
  for (const file of files) {
    if (!(await fetch(sandbox.url + file)).ok) throw new Error(`the page of the sandbox lacks ${file}`);
  }
  console.log("the packed sandbox works");
} finally {
  await sandbox.close();
}
