import { setTimeout as sleep } from "node:timers/promises";
import type { CreateLeadInput, InstantlyClient, InstantlyError, Lead } from "@modulex-instantly/client";
import { isInstantlyError } from "@modulex-instantly/client";
import type { CsvFormat } from "../csv/csv-rows.ts";
import { csvRows } from "../csv/csv-rows.ts";
import type { InputFile } from "../csv/input-file.ts";
import type { AddressSet } from "./address-set.ts";
import type { Column } from "./column-mapping.ts";
import { concurrencyLimit } from "./concurrency-limit.ts";
import type { ImportTarget } from "./find-leads.ts";
import { findLeads } from "./find-leads.ts";
import { leadOfRow } from "./lead-row.ts";
import { createPacer } from "./pacer.ts";
import type { ResultFile } from "./result-file.ts";
import type { RowResult } from "./result-lines.ts";
import type { RowStates } from "./row-states.ts";
import { ALREADY_THERE, presence, settleRow } from "./settle-row.ts";

/** The rows of a batch: as many leads as a page of the list can have. */
const BATCH_ROWS = 100;
const MAX_BATCHES = 5;
/** The most leads that are sent at a time: two seconds of the limit, so that an interrupted import ends soon. */
const MAX_SENDING = 200;
/** After so many open outcomes in a row the API is not working, and more would have to be settled later. */
const MAX_UNKNOWN = 20;
/** How often a call is repeated that the rate limit rejected, after the retries of the client: others use the limit, too. */
const MAX_RATE_LIMIT_WAITS = 12;
const MAX_RATE_LIMIT_WAIT_MS = 120_000;
/** Errors that say something about one row. After any other, the import stops. */
const ERRORS_OF_A_ROW: readonly string[] = ["invalid_request", "bad_request", "conflict"];

/** What is needed to send the rows of a file. */
export interface Sending {
  readonly client: InstantlyClient;
  readonly input: InputFile;
  readonly format: CsvFormat;
  readonly columns: readonly Column[];
  readonly addresses: AddressSet;
  readonly states: RowStates;
  /** Undefined for a dry run: nothing is sent and nothing is written. */
  readonly results: ResultFile | undefined;
  readonly target: ImportTarget;
  /** Whether an address anywhere in the workspace is skipped. */
  readonly isAnywhere: boolean;
  readonly verify: boolean;
  /** The time between two calls, in milliseconds. */
  readonly intervalMs: number;
  /** The time before a call is repeated that the rate limit rejected, in milliseconds. */
  readonly rateLimitWaitMs: number;
  /** How long after an open outcome the absence of the lead counts as proof. */
  readonly settleMs: number;
  readonly signal: AbortSignal | undefined;
  readonly onProgress: (() => void) | undefined;
  /** Called before rows with an open outcome are settled, with the time until then. */
  readonly onSettle: ((rows: number, waitMs: number) => void) | undefined;
}

interface RowToSend {
  readonly number: number;
  readonly lead: CreateLeadInput & { readonly email: string };
}

/**
 * Sends the rows of a file, at most once each: first those that were never sent, then those with an open outcome, if reads show
 * that their leads are not there. Ends early if the signal is aborted.
 *
 * @throws the error after which the import cannot continue. No lead is on its way then.
 */
export async function sendRows(sending: Sending): Promise<void> {
  // The writer of the rows that are open at the start has ended, but its requests may still arrive.
  const moments = { lastOpenMs: performance.now(), unknownInARow: 0 };
  await passOver("pending", sending, moments);
  if (sending.states.count("open") === 0 || sending.signal?.aborted) return;
  if (sending.results) {
    const restMs = Math.max(0, moments.lastOpenMs + sending.settleMs - performance.now());
    sending.onSettle?.(sending.states.count("open"), restMs);
    if (restMs > 0) await sleep(restMs, undefined, { signal: sending.signal }).catch(() => undefined);
    if (sending.signal?.aborted) return;
  }
  moments.unknownInARow = 0;
  await passOver("open", sending, moments);
}

/** Sends the rows of one state, batch by batch. */
async function passOver(
  state: "pending" | "open",
  sending: Sending,
  moments: { lastOpenMs: number; unknownInARow: number },
): Promise<void> {
  const { client, states, results, target, isAnywhere, signal, onProgress } = sending;
  let failure: { readonly error: unknown } | undefined;
  const isStopping = () => failure !== undefined || signal?.aborted === true;
  const stop = (error: unknown) => {
    failure ??= { error };
  };
  const gate = concurrencyLimit(MAX_SENDING);
  const turn = createPacer(sending.intervalMs);

  /** Makes a call in its turn, and again after a 429, with which the API says that nothing happened. */
  const patiently = async <Result>(call: () => Promise<Result>): Promise<Result> => {
    for (let waits = 0; ; waits += 1) {
      try {
        await turn();
        return await call();
      } catch (error) {
        if (!isInstantlyError(error, "rate_limited") || waits >= MAX_RATE_LIMIT_WAITS || isStopping()) throw error;
        const waitMs = error.retryAfterMs ?? sending.rateLimitWaitMs;
        if (waitMs > MAX_RATE_LIMIT_WAIT_MS) throw error;
        await sleep(waitMs, undefined, { signal }).catch(() => undefined);
        if (isStopping()) throw error;
      }
    }
  };

  const record = async (result: RowResult): Promise<void> => {
    states.set(result.row, result.status === "unknown" ? "open" : result.status);
    onProgress?.();
    await results?.append([result]);
  };

  const sendRow = async ({ number: row, lead }: RowToSend): Promise<"not sent" | undefined> => {
    const { email } = lead;
    const flags = "campaign" in target ? { skip_if_in_campaign: true } : { skip_if_in_list: true };
    const anywhere = isAnywhere ? { skip_if_in_workspace: true } : {};
    const verify = sending.verify ? { verify_leads_on_import: true } : {};
    let created: Lead;
    try {
      const body = { ...lead, ...target, ...flags, ...anywhere, ...verify };
      const found = await patiently(async () => {
        // It was stopped while this row waited for its turn.
        return isStopping() ? "not sent" : client.leads.create(body, { priority: "bulk" });
      });
      if (found === "not sent") return found;
      created = found;
    } catch (error) {
      if (!isInstantlyError(error)) throw error;
      if (error.outcome === "unknown" || error.outcome === "applied_unverified") {
        moments.lastOpenMs = performance.now();
        moments.unknownInARow += 1;
        await record({ row, email, status: "unknown", reason: reasonOf(error) });
        if (moments.unknownInARow >= MAX_UNKNOWN) stop(error);
        return undefined;
      }
      if (ERRORS_OF_A_ROW.includes(error.code)) {
        await record({ row, email, status: "rejected", reason: reasonOf(error) });
        return undefined;
      }
      stop(error);
      return "not sent";
    }
    moments.unknownInARow = 0;
    // The API leaves out the id if a skip flag applied.
    const isCreated = typeof created?.id === "string" && created.id !== "";
    await record(
      isCreated
        ? { row, email, status: "created", id: created.id }
        : { row, email, status: "skipped", reason: ALREADY_THERE },
    );
    return undefined;
  };

  const sendBatch = async (batch: readonly RowToSend[]): Promise<void> => {
    const emails = batch.map(({ lead }) => lead.email);
    const found = await patiently(() => findLeads(client, emails, { target, isAnywhere, signal }));
    const wanted: RowToSend[] = [];
    for (const row of batch) {
      const result =
        state === "pending" ? presence(row, found.withAddress(row.lead.email)) : settleRow(row, found, sending);
      if (result) await record(result);
      else wanted.push(row);
    }
    if (isStopping()) return;
    if (!results) {
      for (const { number } of wanted) states.set(number, "created");
      onProgress?.();
      return;
    }
    if (wanted.length === 0) return;
    await results.append([{ sending: wanted.map(({ number }) => number) }], "durable");
    for (const { number } of wanted) states.set(number, "open");
    const notSent: number[] = [];
    await allOf(
      wanted.map((row) =>
        gate(async () => {
          if (isStopping() || (await sendRow(row)) === "not sent") notSent.push(row.number);
        }).catch(stop),
      ),
    );
    if (notSent.length === 0) return;
    await results.append([{ not_sent: notSent }]);
    for (const row of notSent) states.set(row, "pending");
  };

  const running = new Set<Promise<void>>();
  const start = async (batch: readonly RowToSend[]) => {
    while (running.size >= MAX_BATCHES) await Promise.race(running);
    await sending.input.assertUnchanged();
    if (isStopping()) return;
    const done: Promise<void> = sendBatch(batch)
      .catch((error: unknown) => {
        if (!(signal?.aborted && isInstantlyError(error, "aborted"))) stop(error);
      })
      .finally(() => running.delete(done));
    running.add(done);
  };

  try {
    let batch: RowToSend[] = [];
    for await (const row of csvRows(sending.input, sending.format)) {
      if (isStopping()) break;
      if (states.get(row.number) !== state) continue;
      const { number, lead, faults } = leadOfRow(row, sending.columns);
      if (faults) {
        const reason = faults.map(({ column, problem }) => `${column}: ${problem}`).join("; ");
        await record({
          row: number,
          email: faults[0]?.column === "email" ? faults[0].value : "",
          status: "rejected",
          reason,
        });
        continue;
      }
      const first = sending.addresses.firstRow(lead.email, number);
      if (first !== number) {
        await record({ row: number, email: lead.email, status: "skipped", reason: `same address as row ${first}` });
        continue;
      }
      batch.push({ number, lead });
      if (batch.length < BATCH_ROWS) continue;
      await start(batch);
      batch = [];
    }
    if (batch.length > 0 && !isStopping()) await start(batch);
  } catch (error) {
    stop(error);
  }
  await allOf([...running]);
  onProgress?.();
  if (failure) throw failure.error;
}

function reasonOf(error: InstantlyError): string {
  return error.apiMessage ?? error.message;
}

async function allOf(promises: readonly Promise<unknown>[]): Promise<void> {
  await Promise.all(promises);
}
