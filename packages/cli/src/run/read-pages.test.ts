import { Writable } from "node:stream";
import { expect, test } from "vitest";
import type { Row } from "../output/fields.ts";
import type { ResultPrinter } from "../output/result-printer.ts";
import { readPages } from "./read-pages.ts";

const stderr = new Writable({ write: (_chunk, _encoding, done) => done() });

/** A list of leads with a cursor that is the position, in pages as large as asked. */
function listOf(count: number) {
  const inputs: Row[] = [];
  const run = async (input: Row): Promise<Row> => {
    inputs.push(input);
    const start = Number(input["starting_after"] ?? 0);
    const end = Math.min(count, start + Number(input["limit"]));
    const leads = Array.from({ length: end - start }, (_, at) => ({ id: start + at }));
    return {
      success: true,
      error: null,
      leads,
      count: leads.length,
      next_starting_after: end < count ? `${end}` : null,
    };
  };
  return { inputs, run };
}

function printer(isStreaming: boolean) {
  const pages: number[] = [];
  const page = async (items: readonly Row[]) => void pages.push(items.length);
  const it: ResultPrinter = {
    format: isStreaming ? "ndjson" : "json",
    isStreaming,
    page,
    finish: async () => undefined,
  };
  return { pages, it };
}

const read = (run: (input: Row) => Promise<Row>, max: number, isStreaming = false, input: Row = {}) => {
  const { pages, it } = printer(isStreaming);
  return readPages({ stderr }, { listField: "leads", max, input, run }, it).then((output) => ({ output, pages }));
};

test("all pages are read, and kept unless they are printed as they come", async () => {
  const kept = await read(listOf(250).run, Number.POSITIVE_INFINITY);
  expect(kept.output).toMatchObject({ count: 250, next_starting_after: null });
  expect(kept.output["leads"]).toHaveLength(250);
  const printed = await read(listOf(250).run, Number.POSITIVE_INFINITY, true);
  expect(printed.pages).toEqual([100, 100, 50]);
  expect(printed.output["leads"]).toEqual([]);
});

test("a maximum asks for no more than it needs, and keeps the cursor", async () => {
  const { run, inputs } = listOf(500);
  const { output } = await read(run, 130);
  expect(inputs.map(({ limit }) => limit)).toEqual([100, 30]);
  expect(output).toMatchObject({ count: 130, next_starting_after: "130" });
});

test("the page size and the first cursor are those of the input", async () => {
  const { run, inputs } = listOf(50);
  await read(run, Number.POSITIVE_INFINITY, false, { limit: 20, starting_after: "10", campaign: "c-1" });
  expect(inputs).toEqual([
    { campaign: "c-1", limit: 20, starting_after: "10" },
    { campaign: "c-1", limit: 20, starting_after: "30" },
  ]);
});

test("a failure says how much was read, and from where to go on", async () => {
  const { run } = listOf(250);
  const failing = async (input: Row): Promise<Row> =>
    input["starting_after"] === "200" ? { success: false, error: "x", leads: [] } : run(input);
  const { output, pages } = await read(failing, Number.POSITIVE_INFINITY, true);
  expect(pages).toEqual([100, 100]);
  expect(output).toMatchObject({ success: false, resume: { count: 200, starting_after: "200" } });
});

test.each<[string, (input: Row) => Row, number]>([
  ["a cursor that was there before", () => ({ leads: [{ id: 1 }], next_starting_after: "same" }), 2],
  ["an empty page with a cursor", () => ({ leads: [], next_starting_after: "x" }), 1],
  ["a cursor that is no text", () => ({ leads: [{ id: 1 }], next_starting_after: 7 }), 1],
])("%s ends it", async (_, respond, requests) => {
  let count = 0;
  const { output } = await read(async (input) => {
    count += 1;
    return { success: true, ...respond(input) };
  }, Number.POSITIVE_INFINITY);
  expect(count).toBe(requests);
  expect(output["next_starting_after"]).toBe(null);
});
