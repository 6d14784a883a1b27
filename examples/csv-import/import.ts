/**
 * Imports a CSV file into a lead list, eight rows at a time, with the columns email, first_name, last_name and company. Each
 * result is appended to FILE.results.jsonl at once, so a second run continues where the first one ended.
 *
 *     npx tsx examples/csv-import/import.ts examples/csv-import/leads.csv "Autumn import"
 *
 * Without INSTANTLY_API_KEY it imports into an empty sandbox, with results of their own.
 */
import { createReadStream, existsSync, readFileSync, rmSync } from "node:fs";
import { appendFile } from "node:fs/promises";
import { createInstantlyClient, isInstantlyError } from "@modulex-instantly/client";
import { createSandbox } from "@modulex-instantly/sandbox";
import { parse } from "csv-parse";

interface Result {
  readonly line: number;
  readonly email: string;
  readonly lead?: string;
  readonly error?: string;
}

const [file = "examples/csv-import/leads.csv", listName = "Imported"] = process.argv.slice(2);
const isLive = process.env["INSTANTLY_API_KEY"] !== undefined;
const resultsFile = `${file}.${isLive ? "" : "sandbox."}results.jsonl`;
if (!isLive) rmSync(resultsFile, { force: true });
const instantly = createInstantlyClient(isLive ? {} : createSandbox().clientOptions);

/** Errors that say something about one row. After any other, the import stops. */
const OF_A_ROW = ["invalid_request", "bad_request", "conflict"];

/** The addresses that earlier runs have imported. */
function importedAddresses(): Set<string> {
  const addresses = new Set<string>();
  if (!existsSync(resultsFile)) return addresses;
  for (const text of readFileSync(resultsFile, "utf8").split("\n")) {
    try {
      const { email, lead }: Result = JSON.parse(text);
      if (lead !== undefined) addresses.add(email);
    } catch {
      // The end of the file, or a line that was cut off when the process was killed. Its row is imported again.
    }
  }
  return addresses;
}

async function listId(): Promise<string> {
  const lists = await instantly.leadLists.iterate({ search: listName }).collect({ max: 100 });
  const list = lists.find(({ name }) => name === listName) ?? (await instantly.leadLists.create({ name: listName }));
  return list.id;
}

const counts = { imported: 0, known: 0, failed: 0 };
const known = importedAddresses();
let isStopping = false;
const list_id = await listId();

async function importRow(line: number, row: Readonly<Record<string, string>>): Promise<void> {
  const { email, first_name, last_name, company } = row;
  if (email === undefined) throw new Error(`${file} has no column "email"`);
  if (known.has(email)) {
    counts.known += 1;
    return;
  }
  const record = async (result: Omit<Result, "line" | "email">) =>
    appendFile(resultsFile, `${JSON.stringify({ line, email, ...result } satisfies Result)}\n`);
  const fail = async (error: string) => {
    counts.failed += 1;
    console.error(`line ${line}: ${error}`);
    await record({ error });
  };
  // The API stores any text as an address.
  if (!/^\S+@\S+\.\S+$/.test(email)) return fail(`${JSON.stringify(email)} is not an email address`);
  try {
    // An address that is in the list already is not stored twice, so a row may be repeated after an unknown outcome.
    const names = { first_name: first_name ?? null, last_name: last_name ?? null, company_name: company ?? null };
    const lead = { email, ...names, list_id, skip_if_in_list: true };
    const { id } = await instantly.leads.create(lead, { priority: "bulk", retryUnknown: true });
    counts.imported += 1;
    await record({ lead: id });
  } catch (error) {
    if (!isInstantlyError(error)) throw error;
    await fail(error.message);
    if (!OF_A_ROW.includes(error.code)) throw error;
  }
}

// The workers share one iterator, so that each row is taken once and the file is never in memory as a whole.
const options = { columns: true, bom: true, trim: true, skip_empty_lines: true, info: true };
const rows = createReadStream(file).pipe(parse(options))[Symbol.asyncIterator]();
async function worker(): Promise<void> {
  for (let next = await rows.next(); !next.done && !isStopping; next = await rows.next()) {
    const { info, record } = next.value;
    await importRow(info.lines, record).catch((error: unknown) => {
      isStopping = true;
      throw error;
    });
  }
}

const ends = await Promise.allSettled(Array.from({ length: 8 }, worker));
const stopped = ends.find((end) => end.status === "rejected");
if (stopped) console.error(`Stopped: ${stopped.reason instanceof Error ? stopped.reason.message : stopped.reason}`);
console.log(
  `${counts.imported} imported, ${counts.known} imported earlier, ${counts.failed} failed. See ${resultsFile}`,
);
if (stopped || counts.failed > 0) process.exitCode = 1;
