import { open } from "node:fs/promises";
import { CannotCompare } from "./comparison-error.ts";
import { descend, isRecord, type SpecNode } from "./document-node.ts";
import { fetchText } from "./fetch-text.ts";
import { type ReadingLimits, tooLarge } from "./reading-limits.ts";
import { oneDocument } from "./single-document.ts";

const defaultReadingLimits: ReadingLimits = { maxBytes: 20 * 1024 * 1024, timeoutMs: 60_000 };

/**
 * Reads the vendor's document from an address or a file.
 *
 * @throws CannotCompare in one line when it cannot be had or is not an OpenAPI 3 document as JSON.
 */
export async function readVendorDocument(
  source: string,
  limits: ReadingLimits = defaultReadingLimits,
): Promise<SpecNode> {
  const text = isAddress(source) ? await fetchText(source, limits) : await readText(source, limits);
  return oneDocument(parsed(text, source), "vendor");
}

/** Tells an address from the path of a file. */
export function isAddress(source: string): boolean {
  return /^[a-z][a-z0-9+.-]*:\/\//i.test(source);
}

async function readText(file: string, { maxBytes }: ReadingLimits): Promise<string> {
  const handle = await open(file, "r").catch((error: NodeJS.ErrnoException) => {
    throw new CannotCompare(`${file}: cannot be opened (${error.code ?? error.message})`);
  });
  try {
    const status = await handle.stat();
    if (!status.isFile()) throw new CannotCompare(`${file}: is not a file`);
    if (status.size > maxBytes) throw tooLarge(file, maxBytes);
    return await handle.readFile("utf8");
  } finally {
    await handle.close();
  }
}

function parsed(text: string, source: string): unknown {
  const start = text.replace(/^\uFEFF/, "").trimStart();
  if (start.startsWith("<")) throw new CannotCompare(`${source}: is HTML, not an OpenAPI document`);
  let value: unknown;
  try {
    value = JSON.parse(start);
  } catch {
    throw new CannotCompare(`${source}: is not valid JSON (${text.length} characters; cut short or not JSON at all)`);
  }
  if (!isRecord(value) || typeof value["openapi"] !== "string") {
    throw new CannotCompare(`${source}: is JSON but not an OpenAPI document; it has no text named openapi`);
  }
  if (!/^3\./.test(value["openapi"])) {
    throw new CannotCompare(
      `${source}: is OpenAPI ${JSON.stringify(value["openapi"].slice(0, 20))}; expected version 3`,
    );
  }
  const paths = descend(oneDocument(value), "paths");
  if (!paths || !isRecord(paths.value)) throw new CannotCompare(`${source}: has no object named paths`);
  return value;
}
