import { open } from "node:fs/promises";
import { ComparisonError } from "./comparison-error.ts";
import { type DocumentNode, descend, isRecord } from "./document-node.ts";
import { fetchText } from "./fetch-text.ts";
import { type ReadingLimits, tooLargeError } from "./reading-limits.ts";
import { singleDocument } from "./single-document.ts";

/** Where the vendor publishes its OpenAPI document. */
export const VENDOR_DOCUMENT_URL = "https://api.instantly.ai/openapi/api_v2.json";

const defaultReadingLimits: ReadingLimits = { maxBytes: 20 * 1024 * 1024, timeoutMs: 60_000 };

/**
 * Reads the vendor's document from a URL or a file.
 *
 * @throws ComparisonError with a one-line message when it cannot be read or is not an OpenAPI 3 document in JSON.
 */
export async function readVendorDocument(
  source: string,
  limits: ReadingLimits = defaultReadingLimits,
): Promise<DocumentNode> {
  const text = isUrl(source) ? await fetchText(source, limits) : await readText(source, limits);
  return singleDocument(parsed(text, source), "vendor");
}

/** Tells a URL from the path of a file. */
export function isUrl(source: string): boolean {
  return /^[a-z][a-z0-9+.-]*:\/\//i.test(source);
}

async function readText(file: string, { maxBytes }: ReadingLimits): Promise<string> {
  const handle = await open(file, "r").catch((error: NodeJS.ErrnoException) => {
    throw new ComparisonError(`${file}: cannot be opened (${error.code ?? error.message})`);
  });
  try {
    const status = await handle.stat();
    if (!status.isFile()) throw new ComparisonError(`${file}: is not a file`);
    if (status.size > maxBytes) throw tooLargeError(file, maxBytes);
    return await handle.readFile("utf8");
  } finally {
    await handle.close();
  }
}

function parsed(text: string, source: string): unknown {
  const start = text.replace(/^\uFEFF/, "").trimStart();
  if (start.startsWith("<")) throw new ComparisonError(`${source}: is HTML, not an OpenAPI document`);
  let value: unknown;
  try {
    value = JSON.parse(start);
  } catch {
    throw new ComparisonError(`${source}: is not valid JSON (${text.length} characters, possibly truncated)`);
  }
  if (!isRecord(value) || typeof value["openapi"] !== "string") {
    throw new ComparisonError(`${source}: is JSON but not an OpenAPI document: expected a string named openapi`);
  }
  if (!/^3\./.test(value["openapi"])) {
    throw new ComparisonError(
      `${source}: is OpenAPI ${JSON.stringify(value["openapi"].slice(0, 20))}; expected version 3`,
    );
  }
  const paths = descend(singleDocument(value), "paths");
  if (!paths || !isRecord(paths.value)) throw new ComparisonError(`${source}: expected an object named paths`);
  return value;
}
